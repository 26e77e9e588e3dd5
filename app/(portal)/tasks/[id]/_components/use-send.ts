"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { aheadHref, arrived, goAhead, setOut } from "@/app/(portal)/tasks/_components/ahead";
import { useDoneWords, useTakeBack } from "@/app/(portal)/tasks/_components/said";
import { type Called, callTask, NO_ANSWER } from "@/app/(portal)/tasks/_components/task-call";
import { isOnline } from "@/components/offline/connection";
import { useToast } from "@/components/ui/toast";
import type { DraftKeeper } from "./draft-keeper";
import { keep } from "./stay";

/** What a step that settles a task answers. */
interface Stood {
  taskId: string;
  state: string;
  version: number;
  next: { taskId: string } | null;
}

export interface Sent {
  word: "submit" | "confirm";
  task: { id: string; version: number; code: string };
  body: object;
  /** the task that is read ahead, where there is one */
  nextId?: string;
}

type Refused = Extract<Called<Stood>, { ok: false }>;

/** What was compared and did not wait for its source is no step that could be taken back. */
const UNDOABLE = ["publishing", "handover"];
const AGAIN_MS = 1500;
/** Somebody was faster: the page is drawn anew, with both versions side by side. */
const isConflict = ({ code }: Refused) => code === "CONFLICT";

/** Sends without being answered yet: the next task is on the screen at once, and a notice says how it went. */
function useSay() {
  const t = useTranslations("workbench.send");
  const wordsOf = useDoneWords();
  const takeBack = useTakeBack();
  const notify = useToast();
  const router = useRouter();
  const open = (id: string) => ({ label: t("open"), run: () => router.push(`/tasks/${id}`) });
  return (sent: Sent, answer: Called<Stood>) => {
    const { id, code } = sent.task;
    if (!answer.ok) {
      const why = answer.code === NO_ANSWER ? t("noAnswer") : answer.message;
      return notify({ message: t("refused", { code, why }), tone: "danger", action: open(id) });
    }
    const { state, version } = answer.data;
    if (state === "correcting") {
      return notify({ message: t("stillOpen", { code }), tone: "danger", action: open(id) });
    }
    const undo = UNDOABLE.includes(state) ? () => takeBack(id, version) : undefined;
    notify({ message: wordsOf(state, { code }) ?? code, undo });
  };
}

/** Sends one step; what was begun is kept until it has arrived. */
async function deliver(sent: Sent, next: boolean, keeper: DraftKeeper): Promise<Called<Stood>> {
  const { id, version } = sent.task;
  const key = crypto.randomUUID();
  const body = { ...sent.body, next };
  const ask = () => callTask<Stood>(id, { word: sent.word, version, key, body });
  let answer = await ask();
  if (!answer.ok && answer.code === NO_ANSWER) {
    // It may have arrived without its answer: the key keeps it from being done twice.
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    answer = await ask();
  }
  if (answer.ok) keeper.settle();
  else await keeper.fail();
  return answer;
}

/**
 * Settles a task. With the next one read ahead it is shown at once and the answer comes as a notice;
 * without one the officer waits for the answer, which brings the next task along.
 */
export function useSend(keeper: DraftKeeper) {
  const router = useRouter();
  const offline = useTranslations("workbench.send")("offline");
  const say = useSay();
  const [pending, setPending] = useState(false);
  /** Pressed twice, it is sent once. */
  const busy = useRef(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const sendAhead = async (sent: Sent, nextId: string) => {
    setOut(sent.task.id);
    goAhead(nextId);
    router.push(aheadHref(nextId));
    say(sent, await deliver(sent, false, keeper));
    arrived(sent.task.id);
  };

  const sendAndWait = async (sent: Sent) => {
    setPending(true);
    const answer = await deliver(sent, true, keeper);
    setPending(false);
    if (!answer.ok) {
      setRefused(answer.code === NO_ANSWER ? { ...answer, message: offline } : answer);
      if (isConflict(answer)) router.refresh();
      return;
    }
    const { state, next } = answer.data;
    say(sent, answer);
    if (state === "correcting") return router.refresh();
    router.push(next ? `/tasks/${next.taskId}` : "/tasks");
  };

  const send = async (sent: Sent) => {
    if (busy.current) return;
    busy.current = true;
    keep(sent.task.id);
    setRefused(null);
    await keeper.send();
    const { nextId } = sent;
    await (nextId && isOnline() ? sendAhead(sent, nextId) : sendAndWait(sent));
    busy.current = false;
  };
  return { send, pending, refused };
}
