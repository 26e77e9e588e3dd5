"use server";

import { INVITE_HOURS } from "@/lib/domain/officers/new-officer";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { inviteLink } from "@/lib/server/access/invite-link";
import { createOfficer } from "@/lib/server/officers/commands";

export interface MadeAccount {
  officerId: string;
  username: string;
  link: string;
  hours: number;
}

const FIELDS = ["username", "fullName", "role", "unitId", "hamletName"];

type State = (Answer<MadeAccount> & { typed?: Record<string, string> }) | null;

export async function create(_: State, form: FormData): Promise<State> {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? "")]));
  const result = await createOfficer(typed);
  if (!result.ok) return { ...(await answerOf(result)), typed };
  const { officerId, username, token } = result.data;
  return { ok: true, data: { officerId, username, link: inviteLink(token), hours: INVITE_HOURS } };
}
