const SHORTEST = 10;

/**
 * Length is what protects: ten characters or more, and not one character over and over.
 * Answers a key below `access.passwordProblem`, or null for a password that will do.
 */
export function passwordProblem(password: string): "passwordShort" | "passwordPlain" | null {
  if ([...password].length < SHORTEST) return "passwordShort";
  if (new Set(password.toLowerCase()).size < 4) return "passwordPlain";
  return null;
}
