import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { mailSettings } from "@/lib/server/core/mail";
import { query } from "@/lib/server/core/query";

export interface OwnEmail {
  /** null: no mails */
  email: string | null;
  /** whether the portal has a server to mail through */
  mails: boolean;
}

/** Where the actor's own digests are mailed; nobody else's can be read. */
export const getOwnEmail = query<void, OwnEmail>("digest:receive", async ({ sql }) => {
  const [own] = await sql<{ email: string | null }>("select own_email() as email");
  return { email: own?.email ?? null, mails: mailSettings() !== null };
});

const Address = z.email().max(254);

const Email = z
  .string("emailShape")
  .trim()
  .refine((text) => text === "" || Address.safeParse(text).success, "emailShape");

/** Changes the actor's own address; an empty one ends the mails. The audit never holds it. */
export const setOwnEmail = command({
  name: "access.setEmail",
  permission: "digest:receive",
  input: z.object({ email: Email }),
  async run({ sql, actor }, { email }) {
    await sql("select own_email_change($1)", [email || null]);
    const data = { mails: mailSettings() !== null };
    return { data, audit: { entity: "officer", entityId: actor.officerId } };
  },
});
