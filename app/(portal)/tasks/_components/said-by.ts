"use client";

import { useToast } from "@/components/ui/toast";
import type { Answer } from "@/lib/i18n/refusal";

type State = Answer<unknown> | null;
type FormAction = (state: State, form: FormData) => Promise<State>;

/**
 * The action, followed by a notice of its success: what it has settled leaves the page together with
 * its form, so that the form itself could not say it any more.
 */
export function useSaidBy(action: FormAction): FormAction {
  const notify = useToast();
  return async (state, form) => {
    const answer = await action(state, form);
    if (answer?.ok && answer.message) notify({ message: answer.message });
    return answer;
  };
}
