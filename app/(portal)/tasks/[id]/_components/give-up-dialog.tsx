"use client";

import { useActionState, useState } from "react";
import { useTranslations } from "use-intl/react";
import { proposeClosing } from "@/app/(portal)/tasks/contact/actions";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { PROPOSABLE } from "@/lib/domain/tasks/states";
import { useFunctionKey } from "./function-key";

interface GiveUpProps {
  task: { id: string; version: number; code: string };
  event: "cannotFind" | "giveUp";
  tried: { attempts: number; needed: number; left: number };
}

/** How many attempts are missing, with the way to write one down. */
function StillMissing({ tried, onLeave }: Pick<GiveUpProps, "tried"> & { onLeave: () => void }) {
  const t = useTranslations("contact.giveUp");
  if (tried.left === 0) return null;
  const toContact = (
    <TextLink href="#contact" onClick={onLeave}>
      {t("toContact")}
    </TextLink>
  );
  return (
    <Banner tone="waiting" action={toContact}>
      {t("left", tried)}
    </Banner>
  );
}

function GiveUpForm({ task, event, tried, onLeave }: GiveUpProps & { onLeave: () => void }) {
  const t = useTranslations("contact.giveUp");
  const choose = useTranslations("common.field")("choose");
  const [answer, send] = useActionState(proposeClosing, null);
  const refused = answer && !answer.ok ? answer : null;
  const options = PROPOSABLE.map((value) => ({
    value,
    label: t(`of.${value}`),
    disabled: value === "insufficient" && tried.left > 0,
  }));
  return (
    <form action={send} className="flex flex-col gap-4">
      {refused ? <ErrorSummary message={refused.message} /> : null}
      <p className="text-quiet">{t("lead")}</p>
      <StillMissing tried={tried} onLeave={onLeave} />
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="code" value={task.code} />
      <input type="hidden" name="event" value={event} />
      <SelectField
        name="proposed"
        data-first
        scope="giveUp"
        label={t("proposed")}
        placeholder={choose}
        required
        options={options}
        error={refused?.fields?.proposed}
      />
      <TextareaField
        name="comment"
        scope="giveUp"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={3}
        maxLength={1000}
        required
        error={refused?.fields?.comment}
      />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </form>
  );
}

/** "Không đủ thông tin": a button and F8 open the small form. */
export function GiveUpDialog(props: GiveUpProps) {
  const t = useTranslations("contact.giveUp");
  const [open, setOpen] = useState(false);
  useFunctionKey("F8", () => setOpen(true));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button aria-haspopup="dialog" aria-keyshortcuts="F8" onClick={() => setOpen(true)}>
        {t("button")} <Kbd>{t("key")}</Kbd>
      </Button>
      {props.tried.left > 0 ? (
        <span className="text-sm text-quiet">{t("left", props.tried)}</span>
      ) : null}
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")}>
        <GiveUpForm {...props} onLeave={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
