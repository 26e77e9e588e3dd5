/**
 * The contexts, in their only order: each may import those before it, never one after it.
 * A new context is added here first; until then its folders are unknown to lint and refused.
 */
export const CONTEXTS = [
  "access",
  "units",
  "officers",
  "records",
  "imports",
  "matching",
  "tasks",
  "handovers",
  "progress",
  "directives",
  "audit",
];

/** The context itself and every earlier one. */
export function upTo(context) {
  return CONTEXTS.slice(0, CONTEXTS.indexOf(context) + 1);
}
