import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/access/actor";
import { type DigestCounts, linesOf } from "@/lib/domain/directives/digest";
import { HELD_SECONDS, MOST_TRIES, pauseAfter } from "@/lib/domain/directives/mail-tries";
import { formatDate, formatTime } from "@/lib/i18n/format";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sql } from "@/lib/server/core/db";
import type { Mail, Sent } from "@/lib/server/core/mail";

/** A digest that a worker has taken to mail it. */
export interface ClaimedMail {
  /** yyyy-MM-dd */
  day: string;
  counts: DigestCounts;
  madeAt: Date;
  email: string;
  /** this one counted */
  tries: number;
}

interface OfDay {
  /** yyyy-MM-dd */
  day: string;
  at: Date;
}

const CLAIM = `
  update digest set mail_tries = mail_tries + 1, mail_after = $3::timestamptz + make_interval(secs => $4)
  where officer_id = $1 and day = $2 and total > 0 and read_at is null and mailed_at is null
    and mail_tries < $5 and (mail_after is null or mail_after <= $3) and own_email() is not null
  returning day, counts, made_at as "madeAt", mail_tries as tries, own_email() as email`;

/**
 * Takes the actor's digest of a day for this worker alone, for as long as a sending may take. Null when
 * another has it, or it needs no mail any more.
 */
export async function claimMail(sql: Sql, actor: Actor, of: OfDay): Promise<ClaimedMail | null> {
  const values = [actor.officerId, of.day, of.at, HELD_SECONDS, MOST_TRIES];
  const [claimed] = await sql<ClaimedMail>(CLAIM, values);
  return claimed ?? null;
}

const MAILED = `
  update digest set mailed_at = $3, mail_after = null where officer_id = $1 and day = $2`;
const FAILED = `
  update digest set mail_after = $3::timestamptz + make_interval(secs => $4) where officer_id = $1 and day = $2`;

/** Writes down how a claimed mail fared: true when it was given up. */
export async function settleMail(
  sql: Sql,
  actor: Actor,
  { mail, at, sent }: { mail: ClaimedMail; at: Date; sent: Sent },
): Promise<boolean> {
  const values = [actor.officerId, mail.day, at];
  if (sent.ok) {
    await sql(MAILED, values);
    return false;
  }
  const pause = pauseAfter(mail.tries);
  await sql(FAILED, [...values, pause ?? 0]);
  return pause === null;
}

/** One mail for one digest, whoever sends it and however often. */
function idOf(officerId: string, day: string): string {
  return createHash("sha256").update(`${officerId} ${day}`).digest("hex").slice(0, 32);
}

/** The mail of a digest: counts and one link, and nothing about any person. */
export function mailOf(actor: Actor, mail: ClaimedMail, portal: string): Mail {
  const { day, counts, madeAt, email } = mail;
  const t = translatorFor(DEFAULT_LOCALE, "reminders");
  const lines = linesOf(counts).map(({ line, count }) => `- ${t(`line.${line}`, { count })}`);
  const at = { day: formatDate(day), at: formatTime(madeAt) };
  const link = new URL("/reminders", portal).href;
  const parts = [t("mail.greeting"), t("mail.lead", at), lines.join("\n")];
  const text = [...parts, `${t("mail.open")}\n${link}`, t("mail.foot")].join("\n\n");
  return { to: email, subject: t("mail.subject", at), text, id: idOf(actor.officerId, day) };
}
