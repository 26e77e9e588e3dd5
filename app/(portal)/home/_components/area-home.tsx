import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { canDo, type Role } from "@/lib/domain/access/roles";
import { STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { type AreaTodo, areaWork } from "@/lib/domain/progress/work";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getAreaCounts } from "@/lib/server/progress/home";
import { counted } from "../../progress/counted";
import { approvalLines, countOwnApprovals } from "./approval-line";
import { areaSentence } from "./area-sentence";
import { AreaWaiting } from "./area-waiting";
import { TodoCard } from "./todo-card";
import { UnitProgress } from "./unit-progress";

const HREFS: Record<AreaTodo, string> = {
  failedImports: "/imports",
  notCompared: "/matching",
  undecided: "/tasks/residence",
  readyToPublish: "/tasks/publications",
  unloaded: "/tasks/publications",
  overdue: "/progress/list?late=overdue",
  stuck: "/progress/list?late=stuck",
  escalated: "/tasks/escalated",
  disputed: "/matching/rules/reports",
  communesWithoutHealth: "/officers",
  communesWithoutPolice: "/officers",
  refusals: "/audit",
  figuresOff: "/progress",
};

/** Counted to the end; the others up to a thousand. */
const EXACT: ReadonlySet<AreaTodo> = new Set([
  "notCompared",
  "overdue",
  "stuck",
  "figuresOff",
  "undecided",
  "disputed",
  "escalated",
  "communesWithoutHealth",
  "communesWithoutPolice",
]);

/** For those who look after an area: what holds others up, and how far the area is. */
export async function AreaHome({ role }: { role: Role }) {
  const t = await getTranslator("home");
  const locale = await getLocale();
  const counts = await getAreaCounts();
  const lines = await Promise.all(
    areaWork(role, counts).map(async ({ code, people }) => ({
      key: code,
      words: t(`todo.${code}`, {
        people: EXACT.has(code) ? formatNumber(people, 0, locale) : await counted(people),
        days: STUCK_DAYS,
      }),
      href: HREFS[code],
    })),
  );
  const importLink = (
    <LinkButton href="/imports" variant="primary" icon="upload">
      {t("import")}
    </LinkButton>
  );
  const approvals = await approvalLines(await countOwnApprovals(role));
  const seesProgress = canDo(role, "progress:read");
  return (
    <>
      <PageHeader
        title={await areaSentence(role, counts)}
        action={canDo(role, "import:run") ? importLink : null}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <TodoCard lines={[...lines, ...approvals]} />
        {seesProgress && role !== "admin" ? <AreaWaiting role={role} /> : null}
        {seesProgress ? <UnitProgress /> : null}
      </div>
    </>
  );
}
