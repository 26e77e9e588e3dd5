/**
 * The arrows as they were agreed, written apart from the lint file that enforces them: a change of
 * either alone fails the test. `<` stands for the context itself and those before it.
 */
export const ORDER =
  "access units officers records imports matching tasks handovers progress directives audit".split(
    " ",
  );

export const AGREED: Record<string, string> = {
  app: "components domain server i18n",
  components: "components domain i18n",
  domain: "domain<",
  server: "core i18n domain< server<",
  core: "domain:access",
  jobs: "core i18n domain server",
  i18n: "domain",
  prisma: "core jobs i18n domain server",
  database: "i18n prisma scripts",
  scripts: "core jobs i18n domain server prisma database",
  bench: "core jobs i18n domain server prisma database scripts e2e",
  e2e: "i18n domain server prisma",
};

const PLACES: Record<string, string> = {
  app: "app/(portal)/home",
  components: "components/ui",
  core: "lib/server/core",
  jobs: "lib/server/jobs",
  i18n: "lib/i18n",
  prisma: "prisma/factories",
  database: "scripts/database",
  scripts: "scripts",
  bench: "bench",
  e2e: "e2e/support",
};

const inContexts = (kind: string) => ORDER.map((context) => `${kind}:${context}`);

/** Every element, contexts one by one. */
export const ELEMENTS = [...Object.keys(PLACES), ...inContexts("domain"), ...inContexts("server")];

export function folderOf(element: string): string {
  const [kind, context] = element.split(":");
  return context ? `lib/${kind}/${context}` : (PLACES[element] ?? element);
}

function expand(word: string, context: string | undefined): string[] {
  const kind = word.replace("<", "");
  if (kind !== "domain" && kind !== "server") return [word];
  const all = inContexts(kind);
  return word.endsWith("<") ? all.slice(0, ORDER.indexOf(context ?? "") + 1) : all;
}

/** The elements that `from` may import; itself always. */
export function agreedFor(from: string): string[] {
  const [kind = "", context] = from.split(":");
  const words = (AGREED[kind] ?? "").split(" ").filter(Boolean);
  const allowed = new Set([from, ...words.flatMap((word) => expand(word, context))]);
  return ELEMENTS.filter((element) => allowed.has(element));
}
