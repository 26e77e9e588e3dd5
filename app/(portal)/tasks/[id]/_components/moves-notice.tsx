import { Banner } from "@/components/ui/banner";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { HistoryLine, TaskDetail } from "@/lib/server/tasks/detail";
import { findOffer } from "@/lib/server/tasks/transfer-queries";
import { ReadReturnFormLater } from "./later";

/** Steps whose words have a title of their own. */
const TITLED = ["return", "direct", "refuse", "reopen", "withdraw", "disputeLine"] as const;

async function titleOf(said: HistoryLine | undefined): Promise<string> {
  const t = await getTranslator("moves.notice");
  const titled = TITLED.find((event) => event === said?.event);
  return titled ? t(titled) : (await getTranslator("tasks.detail"))("lastComment");
}

async function whoAndWhen({ name, at }: HistoryLine): Promise<string> {
  const t = await getTranslator("moves.notice");
  return name
    ? t("by", { name, at: formatDateTime(at) })
    : t("bySystem", { at: formatDateTime(at) });
}

/** The last words about the task in view: what, who, when; where it came back, they have to be read. */
export async function CommentNotice({ task }: { task: TaskDetail }) {
  const t = await getTranslator("moves.notice");
  if (!task.lastComment) return null;
  const said = task.history.findLast(({ comment }) => comment === task.lastComment);
  return (
    <Banner tone="waiting" title={await titleOf(said)}>
      <q className="break-words whitespace-pre-line">{task.lastComment}</q>
      {said ? <p className="text-sm text-quiet">{await whoAndWhen(said)}</p> : null}
      {task.unreadReturn ? (
        <>
          <p className="mt-2">{t("unread")}</p>
          <ReadReturnFormLater task={{ id: task.id, version: task.version }} />
        </>
      ) : null}
    </Banner>
  );
}

async function waitingLine(task: TaskDetail): Promise<string | null> {
  const t = await getTranslator("moves.notice");
  if (task.state !== "waiting" || !task.waitUntil) return null;
  const date = formatDate(task.waitUntil);
  return t(task.waitReason === "registry" ? "registry" : "waiting", { date });
}

async function offerLine(task: TaskDetail): Promise<string | null> {
  const t = await getTranslator("moves.notice");
  if (task.state !== "transferring") return null;
  const offer = await findOffer(task.id);
  return offer ? t("transferring", { unit: offer.unit, at: formatDateTime(offer.askedAt) }) : null;
}

/** Nothing newer came from the registry in its time: police are asked again. */
async function overLine({ history }: TaskDetail): Promise<string | null> {
  const [asked, last] = history.slice(-2);
  const over = asked?.event === "registryError" && last?.event === "resume" && last.name === null;
  return over ? (await getTranslator("moves.notice"))("registryOver") : null;
}

/** What keeps a task where it is, in one line each. */
export async function MovesNotice({ task }: { task: TaskDetail }) {
  const t = await getTranslator("moves.notice");
  const lines = [
    task.escalatedAt ? t("escalated", { count: task.returns }) : null,
    await waitingLine(task),
    await offerLine(task),
    await overLine(task),
  ];
  return lines.map((line) => (line ? <Banner key={line}>{line}</Banner> : null));
}
