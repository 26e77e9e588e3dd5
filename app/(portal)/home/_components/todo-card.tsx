import { Card } from "@/components/ui/card";
import { getTranslator } from "@/lib/i18n/server";
import { type WorkItem, WorkLines } from "./work-lines";

/** More are no answer to "what do I do next?". */
const MOST_LINES = 5;

/** What to do, verb first; at most five lines. */
export async function TodoCard({ lines }: { lines: readonly WorkItem[] }) {
  const t = await getTranslator("home.todo");
  return (
    <Card title={t("title")} flush>
      {lines.length === 0 ? (
        <p className="px-4 py-3 text-quiet md:px-5">{t("none")}</p>
      ) : (
        <WorkLines lines={lines.slice(0, MOST_LINES)} />
      )}
    </Card>
  );
}
