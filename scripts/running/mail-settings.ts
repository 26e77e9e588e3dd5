import { Problem } from "./problem";

interface MailAddresses {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
}

/** Refuses what no mail could be sent with; never repeats SMTP_URL, which may hold a password. */
export function checkMail({ SMTP_URL, MAIL_FROM }: MailAddresses): void {
  if (!SMTP_URL) return;
  const address = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : null;
  if (!address?.hostname || !/^smtps?:$/.test(address.protocol)) {
    throw new Problem("start.mailServer");
  }
  if (!MAIL_FROM?.includes("@")) throw new Problem("start.mailSender");
}
