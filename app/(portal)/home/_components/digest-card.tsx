import { DigestLines } from "@/app/(portal)/_components/digest-lines";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import { listDigests } from "@/lib/server/directives/inbox";

/** The newest digest that has not been read, with how many there are; nothing when all have been. */
export async function DigestCard() {
  const unread = (await listDigests()).filter((digest) => !digest.read);
  const [newest] = unread;
  if (!newest) return null;
  const t = await getTranslator("reminders");
  return (
    <Card
      className="mt-6 max-w-3xl"
      title={
        <>
          {t("title")} <Badge tone="waiting">{unread.length}</Badge>
        </>
      }
      action={<TextLink href="/reminders">{t("all")}</TextLink>}
    >
      <DigestLines lines={newest.lines} />
    </Card>
  );
}
