import "server-only";

/** The page on which a citizen types the code, as it is told to them. */
export function citizenLink(): string {
  return new URL("/citizen", process.env.NEXTAUTH_URL ?? "http://localhost:3000").href;
}
