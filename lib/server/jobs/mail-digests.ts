import "server-only";
import { scopeOf } from "@/lib/domain/access/scope";
import { MOST_TRIES } from "@/lib/domain/directives/mail-tries";
import { callFunction, transaction } from "@/lib/server/core/db";
import { log } from "@/lib/server/core/log";
import { MAILS_AT_ONCE, type Mailer, type MailSettings, openMailer } from "@/lib/server/core/mail";
import { findJobActor } from "@/lib/server/core/session";
import { claimMail, mailOf, settleMail } from "@/lib/server/directives/digest-mail";

interface Run {
  /** yyyy-MM-dd */
  day: string;
  /** it goes on while a run lasts */
  clock: () => Date;
  settings: MailSettings;
}

const WAITING = "select officer_id from officers_to_mail($1, $2, $3, $4, $5)";
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

async function waiting({ day, clock }: Run, after: string): Promise<string[]> {
  const values = [day, clock(), MOST_TRIES, after, MAILS_AT_ONCE];
  const rows = await callFunction<{ officer_id: string }>(WAITING, values);
  return rows.map((row) => row.officer_id);
}

type Outcome = "sent" | "failed" | "lost" | "none";

async function mailOne(officerId: string, { mailer, ...run }: Run & { mailer: Mailer }) {
  const actor = await findJobActor(officerId);
  if (!actor) return "none" satisfies Outcome;
  const { day, clock, settings } = run;
  const mail = await transaction(scopeOf(actor), ({ sql }) =>
    claimMail(sql, actor, { day, at: clock() }),
  );
  if (!mail) return "none" satisfies Outcome;
  const sent = await mailer.send(mailOf(actor, mail, settings.portal));
  const over = await transaction(scopeOf(actor), ({ sql }) =>
    settleMail(sql, actor, { mail, at: clock(), sent }),
  );
  if (sent.ok) return "sent" satisfies Outcome;
  const { kind } = sent;
  log().warn({ job: "mail", officerId, kind, tries: mail.tries }, over ? "given up" : "not sent");
  return (sent.lost ? "lost" : "failed") satisfies Outcome;
}

/**
 * Mails the digests of a day that were not read yet, to officers who gave an address: each once, however
 * many workers try. One that failed waits for a later run, a few times; when the server can't be reached
 * nobody loses a try. Gives how many were sent.
 */
export async function mailDigests(run: Run): Promise<number> {
  let officers = await waiting(run, BEFORE_ALL);
  if (officers.length === 0) return 0;
  const mailer = openMailer(run.settings);
  let sent = 0;
  try {
    const problem = await mailer.problem();
    if (problem) {
      log().warn({ job: "mail", kind: problem }, "server not reached");
      return 0;
    }
    while (officers.length > 0) {
      const outcomes = await Promise.all(officers.map((id) => mailOne(id, { ...run, mailer })));
      sent += outcomes.filter((outcome) => outcome === "sent").length;
      if (outcomes.includes("lost")) return sent;
      officers = await waiting(run, officers.at(-1) ?? BEFORE_ALL);
    }
    return sent;
  } finally {
    mailer.close();
  }
}
