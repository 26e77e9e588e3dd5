import { AssignmentNotices } from "@/app/(portal)/tasks/assignment-notices";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { Force } from "@/lib/domain/access/roles";
import { canDo } from "@/lib/domain/access/roles";
import { type ForceTodo, type ForceWork, WORK_STATE } from "@/lib/domain/progress/work";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getForceWork } from "@/lib/server/progress/home";
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
  if (code === "answered") return "/tasks/reports";
  return `/tasks?view=${code}&state=${WORK_STATE[force]}`;
}

/** For those who settle tasks: theirs first, then the unit's. */
export async function ForceHome({ force }: { force: Force }) {
  const t = await getTranslator("home");
  const locale = await getLocale();
  const work = await getForceWork();
  const next = (
    <LinkButton href="/tasks/next" variant="primary" prefetch={false}>
      {t("next")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={await sentence(work)} action={work.remaining ? next : null} />
      <AssignmentNotices />
      <div className="flex max-w-3xl flex-col gap-6">
        <TodoCard
          lines={work.todo.map(({ code, people, overdue }) => ({
            key: code,
            words: t(`todo.${code}`, { people: formatNumber(people, 0, locale), force }),
            overdue,
            href: hrefOf(code, force),
          }))}
        />
        <WaitingCard
          lines={work.waiting.map(({ code, people }) => ({
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

function waitingHref(code: string): string {
  if (code === "unsigned" || code === "unreceived") return "/tasks?view=all&state=handover";
  return `/tasks?view=all&state=${code}`;
}
