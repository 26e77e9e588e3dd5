"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { isOnline } from "./connection";
import { markOfficer } from "./officer-mark";
import { openVault } from "./vault";

interface SignOutFormProps {
  officerId: string | null;
  signOut: () => Promise<void>;
}

const SIGN_OUT_FORM = "sign-out";

/** Signs out from elsewhere on the page, with the same question where something would be lost. */
export async function askToSignOut(): Promise<void> {
  const form = document.getElementById(SIGN_OUT_FORM);
  if (!(form instanceof HTMLFormElement)) return;
  // A dialog inside a closed panel is not drawn.
  form.closest("details")?.setAttribute("open", "");
  form.requestSubmit();
}

/** What would be lost: visits, those that were refused, and drafts that the server does not have. */
async function countUnsent(officerId: string | null): Promise<number> {
  if (officerId === null) return 0;
  const vault = await openVault(officerId);
  const shelves = (["outbox", "refused", "draft"] as const).map((shelf) => vault.list(shelf));
  return (await Promise.all(shelves)).flat().length;
}

/** What the officer keeps in this browser, and that it was this officer's. */
async function forget(officerId: string | null): Promise<void> {
  if (officerId === null) return;
  await (await openVault(officerId)).wipe();
  markOfficer(null);
}

interface AskProps {
  ask: { unsent: number; online: boolean };
  onClose: () => void;
  onLeave: () => void;
  onWipe: () => void;
}

/** The session can't be ended without a connection; what lies here can be deleted all the same. */
function AskOffline({ ask, onClose, onWipe }: AskProps) {
  const t = useTranslations("offline.signOut");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("offlineTitle")}
      footer={
        <>
          <Button variant="danger" onClick={onWipe}>
            {t("wipe")}
          </Button>
          <Button data-first onClick={onClose}>
            {t("later")}
          </Button>
        </>
      }
    >
      {t("offlineBody")} {t("offlineUnsent", { count: ask.unsent })}
    </Dialog>
  );
}

function AskUnsent({ ask, onClose, onLeave }: AskProps) {
  const t = useTranslations("offline.signOut");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      footer={
        <>
          <Button variant="danger" onClick={onLeave}>
            {t("leave", { count: ask.unsent })}
          </Button>
          <Button variant="primary" data-first onClick={onClose}>
            {t("stay")}
          </Button>
        </>
      }
    >
      {t("body", { count: ask.unsent })}
    </Dialog>
  );
}

/**
 * Signing out deletes what the officer keeps in this browser: silently where all of it was sent, else
 * only when they say so.
 */
export function SignOutForm({ officerId, signOut }: SignOutFormProps) {
  const t = useTranslations("shell");
  const words = useTranslations("offline.signOut");
  const notify = useToast();
  const form = useRef<HTMLFormElement>(null);
  const decided = useRef(false);
  const [ask, setAsk] = useState<AskProps["ask"] | null>(null);
  const leave = async () => {
    setAsk(null);
    await forget(officerId);
    decided.current = true;
    form.current?.requestSubmit();
  };
  const wipe = async () => {
    setAsk(null);
    await forget(officerId);
    notify({ message: words("wiped") });
  };
  const consider = async (event: FormEvent) => {
    if (decided.current) return;
    event.preventDefault();
    const unsent = await countUnsent(officerId);
    const online = isOnline();
    if (online && unsent === 0) await leave();
    else setAsk({ unsent, online });
  };
  const Ask = ask?.online ? AskUnsent : AskOffline;
  return (
    <>
      <form
        ref={form}
        id={SIGN_OUT_FORM}
        action={signOut}
        onSubmit={consider}
        className="border-t border-line pt-3"
      >
        <SubmitButton variant="secondary" icon="signOut" className="w-full">
          {t("signOut")}
        </SubmitButton>
      </form>
      {ask ? <Ask ask={ask} onClose={() => setAsk(null)} onLeave={leave} onWipe={wipe} /> : null}
    </>
  );
}
