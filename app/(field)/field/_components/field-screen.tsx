"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { isOnline } from "@/components/offline/connection";
import { refreshList } from "@/components/offline/list-requests";
import { OfflineBanner } from "@/components/offline/offline-banner";
import { useMarkedOfficer, useVault, useVaultValue } from "@/components/offline/use-vault";
import type { Vault } from "@/components/offline/vault";
import { forgetCarried } from "@/components/offline/visits";
import { WorkerRegistration } from "@/components/offline/worker-registration";
import { CarriedView } from "./carried-view";
import { type FieldState, readField } from "./field-state";
import { NoList } from "./no-list";
import { RefusedList } from "./refused-list";
import { useForm } from "./use-form";
import { VisitForm } from "./visit-form";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The list goes when its time is over, also from a page that is still open. */
function useExpiry(vault: Vault | null, validUntil: string | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!vault || validUntil === null) return;
    const end = () => {
      setOver(true);
      forgetCarried(vault);
    };
    const left = Math.max(0, Date.parse(validUntil) - Date.now());
    const timer = setTimeout(end, Math.min(left, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  }, [vault, validUntil]);
  return over;
}

/**
 * Newer versions make fewer conflicts: asked for whenever the page is opened with a connection, and when
 * the portal has just said that something is no longer as the list has it.
 */
function useFreshList({ vault, officerId, state }: OpenedProps): void {
  const carries = state.list !== null;
  const refused = state.refused.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal asks again
  useEffect(() => {
    if (carries && isOnline()) refreshList(vault, officerId);
  }, [vault, officerId, carries, refused]);
}

interface OpenedProps {
  vault: Vault;
  officerId: string;
  state: FieldState;
}

function Opened(props: OpenedProps) {
  const { vault, officerId, state } = props;
  const form = useForm();
  const over = useExpiry(vault, state.list?.validUntil ?? null);
  useFreshList(props);
  if (form.open)
    return <VisitForm key={form.open.id} vault={vault} target={form.open} onDone={form.close} />;
  return (
    <>
      <RefusedList vault={vault} refused={state.refused} onEdit={form.edit} />
      {state.list ? (
        <CarriedView
          vault={vault}
          officerId={officerId}
          state={state}
          onWrite={form.write}
          onEdit={form.edit}
        />
      ) : (
        <NoList why={over ? "over" : "empty"} />
      )}
    </>
  );
}

interface ContentProps {
  officerId: string | null | undefined;
  vault: Vault | null;
  state: FieldState | null;
}

function Content({ officerId, vault, state }: ContentProps) {
  const t = useTranslations("offline.field");
  if (officerId === null) return <NoList why="nobodyHere" />;
  if (vault && !vault.available) return <NoList why="unavailable" />;
  if (!officerId || !vault || !state) return <p className="text-quiet">{t("opening")}</p>;
  return <Opened vault={vault} officerId={officerId} state={state} />;
}

/** Everything on this page comes from the vault: it looks the same with and without a connection. */
export function FieldScreen() {
  const t = useTranslations("offline.field");
  const officerId = useMarkedOfficer();
  const vault = useVault(officerId);
  const state = useVaultValue(vault, readField);
  return (
    <>
      <h1 className="text-xl">{t("title")}</h1>
      <div className="my-3">
        <OfflineBanner officerId={officerId ?? null} />
      </div>
      <Content officerId={officerId} vault={vault} state={state} />
      <WorkerRegistration />
    </>
  );
}
