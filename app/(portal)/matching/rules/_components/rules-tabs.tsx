import { QuickViews } from "@/components/ui/quick-views";
import { getTranslator } from "@/lib/i18n/server";

/** The two parts of the room. */
export async function RulesTabs({ at }: { at: "model" | "reports" }) {
  const t = await getTranslator("rules.tabs");
  return (
    <QuickViews
      label={t("label")}
      views={[
        { href: "/matching/rules", label: t("model"), current: at === "model" },
        { href: "/matching/rules/reports", label: t("reports"), current: at === "reports" },
      ]}
    />
  );
}
