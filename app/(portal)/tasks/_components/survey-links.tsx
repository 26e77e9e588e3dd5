import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";

/** To the lists that are carried from door to door, and back from there. */
export async function SurveyLinks() {
  const t = await getTranslator("contact");
  const field = await getTranslator("offline.field");
  return (
    <p className="mb-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      <TextLink href="/tasks/worksheet">{t("worksheet.title")}</TextLink>
      <TextLink href="/tasks/results">{t("results.title")}</TextLink>
      <TextLink href="/field" prefetch={false}>
        {field("title")}
      </TextLink>
    </p>
  );
}
