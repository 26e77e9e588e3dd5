import { takeNext } from "@/app/(portal)/tasks/actions";
import { AssignmentNotices } from "@/app/(portal)/tasks/assignment-notices";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Force } from "@/lib/domain/access/roles";
import { canDo } from "@/lib/domain/access/roles";
import { type ForceTodo, type ForceWork, WORK_STATE } from "@/lib/domain/progress/work";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getForceWork } from "@/lib/server/progress/home";
import { approvalLines, countOwnApprovals } from "./approval-line";
import { TodoCard } from "./todo-card";
import { UnitProgress } from "./unit-progress";
import { WaitingCard } from "./waiting-card";

async function sentence({ remaining, waiting }: ForceWork): Promise<string> {
  const t = await getTranslator("home.remaining");
  if (remaining) return t(remaining.whose, remaining);
  const people = waiting.reduce((sum, one) => sum + one.people, 0);
  return people > 0 ? t("noneButOthers", { people }) : t("none");
}

function hrefOf(code: ForceTodo, force: Force): string {
  if (code === "sign" || code === "receive") return "/handovers";
  if (code === "requests") return "/directives/requests";
  if (code === "answered") return "/tasks/reports";
  return `/tasks?view=${code}&state=${WORK_STATE[force]}`;
}

/** For those who settle tasks: theirs first, then the unit's. */
export async function ForceHome({ force }: { force: Force }) {
  const t = await getTranslator("home");
  const locale = await getLocale();
  const work = await getForceWork();
  const approvals = await countOwnApprovals(force);
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
            ...work.todo.map(({ code, people, overdue }) => ({
              key: code,
              words: t(`todo.${code}`, { people: formatNumber(people, 0, locale), force }),
              overdue,
              href: hrefOf(code, force),
            })),
            ...(await approvalLines(approvals)),
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
