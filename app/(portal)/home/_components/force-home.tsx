import { takeNext } from "@/app/(portal)/tasks/actions";
import { AssignmentNotices } from "@/app/(portal)/tasks/assignment-notices";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Force } from "@/lib/domain/access/roles";
import { canDo } from "@/lib/domain/access/roles";
import {
  type ForceTodo,
  type ForceWork,
  WORK_STATE,
  type WorkLine,
} from "@/lib/domain/progress/work";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getForceWork } from "@/lib/server/progress/home";
import { approvalLines, countOwnApprovals } from "./approval-line";
import { practiceLines } from "./practice-line";
import { TodoCard } from "./todo-card";
import { UnitProgress } from "./unit-progress";
import { WaitingCard } from "./waiting-card";

async function sentence({ remaining, waiting }: ForceWork): Promise<string> {
  const t = await getTranslator("home.remaining");
  if (remaining) return t(remaining.whose, remaining);
  const people = waiting.reduce((sum, one) => sum + one.people, 0);
  return people > 0 ? t("noneButOthers", { people }) : t("none");
}

function hrefOf({ code, people, taskId }: WorkLine<ForceTodo>, force: Force): string {
  if (code === "returned") {
    return people === 1 && taskId ? `/tasks/${taskId}` : "/tasks?view=mine&returned=1";
  }
  if (code === "sign" || code === "receive") return "/handovers";
  if (code === "requests") return "/directives/requests";
  if (code === "answered") return "/tasks/reports";
  return `/tasks?view=${code}&state=${WORK_STATE[force]}`;
}

/** What came back, the officer's own and the unit's stand before what others wait for. */
const OWN_LINES = 3;

/** For those who settle tasks: theirs first, then the unit's. */
export async function ForceHome({ force }: { force: Force }) {
  const t = await getTranslator("home");
  const locale = await getLocale();
  const work = await getForceWork();
  const approvals = await countOwnApprovals(force);
  const write = (line: WorkLine<ForceTodo>) => ({
    key: line.code,
    words: t(`todo.${line.code}`, { people: formatNumber(line.people, 0, locale), force }),
    overdue: line.overdue,
    dueOn: line.dueOn,
    href: hrefOf(line, force),
  });
  const next = (
    <form action={takeNext}>
      <SubmitButton>{t("next")}</SubmitButton>
    </form>
  );
  return (
    <>
      <PageHeader title={await sentence(work)} action={work.remaining ? next : null} />
      <AssignmentNotices />
      <div className="flex max-w-3xl flex-col gap-6">
        <TodoCard
          lines={[
            ...(await practiceLines()),
            ...work.todo.slice(0, OWN_LINES).map(write),
            ...(await approvalLines(approvals)),
            ...work.todo.slice(OWN_LINES).map(write),
          ]}
        />
        <WaitingCard
          lines={withoutOwn(work.waiting, approvals).map(({ code, people }) => ({
            key: code,
            words: t(`waiting.${code}`, { people: formatNumber(people, 0, locale) }),
            href: waitingHref(code),
          }))}
        />
        {canDo(force, "progress:read") ? <UnitProgress /> : null}
      </div>
    </>
  );
}

/** What the reader may approve does not wait for somebody else. */
function withoutOwn(waiting: ForceWork["waiting"], approvals: number): ForceWork["waiting"] {
  return waiting
    .map((one) => (one.code === "approving" ? { ...one, people: one.people - approvals } : one))
    .filter((one) => one.people > 0);
}

function waitingHref(code: string): string {
  if (code === "unsigned" || code === "unreceived") return "/tasks?view=all&state=handover";
  return `/tasks?view=all&state=${code}`;
}
