import type { Breach } from "./breaches";

const SYNTAX = "no-restricted-syntax";
const GLOBALS = "no-restricted-globals";

interface Group {
  path: string;
  rule: string;
  says: string;
  /** Each of these alone is a breach. */
  codes: string[];
}

const IMPURE =
  `process fetch console performance crypto globalThis Buffer setTimeout setInterval setImmediate
  queueMicrotask require window document navigator localStorage sessionStorage indexedDB
  XMLHttpRequest WebSocket EventSource`.split(/\s+/);

const page = (jsx: string) => `export default () => ${jsx};`;

const GROUPS: Group[] = [
  {
    path: "lib/domain/tasks/lease.ts",
    rule: SYNTAX,
    says: "no clock",
    codes: [
      "export const now = () => new Date();",
      "export const now = () => Date();",
      "export const now = () => Date.now();",
      "export const now = Date.now;",
    ],
  },
  {
    path: "lib/domain/tasks/lease.ts",
    rule: SYNTAX,
    says: "no chance",
    codes: ["export const dice = () => Math.random();"],
  },
  {
    path: "lib/domain/tasks/lease.ts",
    rule: GLOBALS,
    says: "pure",
    codes: IMPURE.map((name) => `export const reach = () => ${name};`),
  },
  {
    path: "app/(portal)/tasks/page.tsx",
    rule: SYNTAX,
    says: "not into JSX",
    codes: [page("<h1>Tasks</h1>"), page("<>Xin chào</>")],
  },
  {
    path: "components/ui/badge.tsx",
    rule: SYNTAX,
    says: "in an expression",
    codes: [
      page('<b>{"Late"}</b>'),
      page('<b>{late ? "Late" : null}</b>'),
      page('<b>{late && "Late"}</b>'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a component, not a template
      page("<b>{`${n} tasks`}</b>"),
    ],
  },
  {
    path: "components/forms/search.tsx",
    rule: SYNTAX,
    says: "read or hear",
    codes: [
      page('<nav aria-label="Main" />'),
      page('<a title="Open" />'),
      page('<input placeholder="Find" />'),
      page('<Image alt="Map" />'),
      page('<Field label={"Name"} />'),
      page('<Field label={short ? "Name" : other} />'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a component, not a template
      page("<nav aria-label={`Page ${n}`} />"),
    ],
  },
  {
    path: "app/(portal)/tasks/page.tsx",
    rule: SYNTAX,
    says: "lib/i18n/vi",
    codes: ['export const words = ["Trả lại"];', "export const word = `Quá hạn`;"],
  },
  {
    path: "app/layout.tsx",
    rule: SYNTAX,
    says: "title of a page",
    codes: ['export const metadata = { title: "Portal" };'],
  },
  {
    path: "components/ui/card.tsx",
    rule: SYNTAX,
    says: "test ids",
    codes: [page('<div data-testid="card" />')],
  },
  {
    path: "e2e/settle-task.spec.ts",
    rule: SYNTAX,
    says: "No sleeping",
    codes: ["export const wait = (page: Page) => page.waitForTimeout(500);"],
  },
  {
    path: "e2e/support/sign-in.ts",
    rule: SYNTAX,
    says: "No CSS locators",
    codes: [
      'export const find = (page: Page) => page.locator(".row");',
      'export const find = (page: Page) => page.getByRole("row").locator("td");',
      'export const find = (page: Page) => page.getByTestId("row");',
    ],
  },
  {
    path: "e2e/settle-task.spec.ts",
    rule: GLOBALS,
    says: "No sleeping",
    codes: ["export const wait = () => new Promise((done) => setTimeout(done, 500));"],
  },
];

export const REFUSED_SYNTAX: Breach[] = GROUPS.flatMap(({ codes, ...group }) =>
  codes.map((code) => ({ ...group, what: code, code })),
);
