import { getTranslator } from "@/lib/i18n/server";

/** What a new password needs, before anyone has typed one. */
export async function PasswordRules() {
  const t = await getTranslator("access.password");
  return (
    <div className="rounded-md bg-info-soft px-4 py-3">
      <p>{t("rules")}</p>
      <ul className="list-disc pl-5">
        <li>{t("ruleLength")}</li>
        <li>{t("ruleVaried")}</li>
        <li>{t("ruleAdvice")}</li>
      </ul>
    </div>
  );
}
