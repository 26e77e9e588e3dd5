import { StillFrame } from "@/components/shell/still-frame";
import { FailureNotice } from "@/components/ui/failure-notice";
import { getTranslator } from "@/lib/i18n/server";

/** What is out of the viewer's area looks the same as what does not exist. */
export default async function NotFound() {
  const t = await getTranslator("failure.notFound");
  const shell = await getTranslator("shell");
  return (
    <StillFrame productName={shell("productName")} home={shell("home")}>
      <FailureNotice title={t("title")} body={t("body")} home={t("home")} />
    </StillFrame>
  );
}
