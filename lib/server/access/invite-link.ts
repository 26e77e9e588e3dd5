import "server-only";

/** The whole address of a one-time link, as people open the portal. */
export function inviteLink(token: string): string {
  return new URL(`/welcome/${token}`, process.env.NEXTAUTH_URL ?? "http://localhost:3000").href;
}
