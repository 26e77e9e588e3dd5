import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listNotices, type Notice } from "@/lib/server/tasks/plan-queries";
import { SeenForm } from "./_components/seen-form";

const MOST = 20;

async function wordsOf({ reason, name, by, code }: Notice): Promise<string> {
  const t = await getTranslator("loads.notice");
  const key = reason === "absence" && name === null ? "absenceList" : reason;
  return t(key as "chosen", { name: name ?? "", by: by ?? "", code });
}

async function Line({ notice }: { notice: Notice }) {
  return (
    <li>
      <TextLink href={`/tasks/${notice.taskId}`} prefetch={false}>
        {await wordsOf(notice)}
      </TextLink>
    </li>
  );
}

/** Records that went from the officer's list to somebody else: they are told, by name. */
export async function AssignmentNotices() {
  const t = await getTranslator("loads.notice");
  const notices = await listNotices();
  if (notices.length === 0) return null;
  return (
    <div className="mb-4">
      <ClientMessages namespaces={["loads"]}>
        <Banner title={t("title")} action={<SeenForm />}>
          <ul className="flex flex-col gap-1">
            {notices.slice(0, MOST).map((notice) => (
              <Line key={notice.id} notice={notice} />
            ))}
          </ul>
          {notices.length > MOST ? <p>{t("more")}</p> : null}
        </Banner>
      </ClientMessages>
    </div>
  );
}
