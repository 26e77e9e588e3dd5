import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { refusalOf } from "@/lib/server/core/door";
import { findActor } from "@/lib/server/core/session";
import { checkPassword, createSession, endSession, SESSION_MINUTES } from "./sign-in";

/** next-auth passes the message of an error on to the browser: only a reference may leave. */
function failed(error: unknown): never {
  const { reference } = refusalOf(error, "access.signIn");
  throw new Error(`failed:${reference ?? ""}`);
}

/**
 * next-auth keeps the forms, the cookie and the guard against forged posts; the session itself is a
 * row in the database. What it would sign as a token is replaced by an opaque random one, so that a
 * cookie copied before signing out opens nothing afterwards.
 */
export const authOptions: NextAuthOptions = {
  pages: { signIn: "/sign-in", error: "/sign-in" },
  session: { strategy: "jwt", maxAge: SESSION_MINUTES * 60 },
  providers: [
    CredentialsProvider({
      credentials: { username: {}, password: {} },
      async authorize(credentials) {
        const { username = "", password = "" } = credentials ?? {};
        const checked = await checkPassword(username, password).catch(failed);
        if (checked.ok) return { id: checked.officerId };
        throw new Error(
          checked.reason === "locked" ? `locked:${checked.until.toISOString()}` : "wrong",
        );
      },
    }),
  ],
  jwt: {
    maxAge: SESSION_MINUTES * 60,
    async encode({ token }) {
      // Later calls (the session's own look-up) carry the token on; only sign-in has none yet.
      if (typeof token?.opaque === "string") return token.opaque;
      return (token?.sub && (await createSession(token.sub))) || "";
    },
    async decode({ token }) {
      const actor = token ? await findActor(token) : null;
      return actor && token ? { sub: actor.officerId, opaque: token } : null;
    },
  },
  callbacks: {
    // The browser needs to know nothing of the officer from here.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.opaque === "string") await endSession(token.opaque);
    },
  },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
};
