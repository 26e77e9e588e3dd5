"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { useToast } from "@/components/ui/toast";
import { useReach } from "./use-reach";
import { useSender } from "./use-sender";
import { useVault, useVaultValue } from "./use-vault";
import type { Vault } from "./vault";
import { readCarried } from "./visits";

interface Stock {
  waiting: number;
  refused: number;
  carries: boolean;
}

const EMPTY: Stock = { waiting: 0, refused: 0, carries: false };

async function readStock(vault: Vault): Promise<Stock> {
  const [outbox, refused, list] = await Promise.all([
    vault.list("outbox"),
    vault.list("refused"),
    readCarried(vault, Date.now()),
  ]);
  return { waiting: outbox.length, refused: refused.length, carries: list !== null };
}

const FIELD = "/field";

/** A way on, but for the page where one is already. */
function Way({ href, children }: { href: string; children: ReactNode }) {
  if (usePathname() === href) return null;
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-semibold text-action underline underline-offset-2"
    >
      {children}
    </Link>
  );
}

function Unreached({ stock: { waiting, carries } }: { stock: Stock }) {
  const t = useTranslations("offline.banner");
  const words = waiting > 0 ? t("lost", { count: waiting }) : t(carries ? "lostList" : "lostOnly");
  return (
    <Banner tone="waiting">
      {words} {carries ? <Way href={FIELD}>{t("toField")}</Way> : null}
    </Banner>
  );
}

function Waiting({ waiting, signedOut }: { waiting: number; signedOut: boolean }) {
  const t = useTranslations("offline.banner");
  if (!signedOut) return <Banner>{t("sending", { count: waiting })}</Banner>;
  return (
    <Banner tone="waiting">
      {t("signedOut", { count: waiting })} <Way href="/sign-in">{t("toSignIn")}</Way>
    </Banner>
  );
}

function Refused({ refused }: { refused: number }) {
  const t = useTranslations("offline.banner");
  return (
    <Banner tone="danger">
      {t("refused", { count: refused })} <Way href={FIELD}>{t("toRefused")}</Way>
    </Banner>
  );
}

/**
 * What the connection is doing to the officer's work, and the one place that sends what waits. Empty
 * while there is nothing to say.
 */
export function OfflineBanner({ officerId }: { officerId: string | null }) {
  const t = useTranslations("offline.banner");
  const notify = useToast();
  const online = useReach();
  const vault = useVault(officerId);
  const stock = useVaultValue(vault, readStock) ?? EMPTY;
  const { last } = useSender({ officerId, vault, waits: stock.waiting > 0 });
  const told = useRef(last);
  useEffect(() => {
    // Once: a page that is refreshed brings its words anew, and is no news.
    if (!last || told.current === last) return;
    told.current = last;
    if (last.sent > 0) notify({ message: t("sent", { count: last.sent }) });
  }, [last, notify, t]);
  const waiting = online && stock.waiting > 0;
  return (
    <div aria-live="polite" className="flex flex-col gap-2 empty:hidden print:hidden">
      {online ? null : <Unreached stock={stock} />}
      {waiting ? <Waiting waiting={stock.waiting} signedOut={last?.end === "signedOut"} /> : null}
      {online && stock.refused > 0 ? <Refused refused={stock.refused} /> : null}
    </div>
  );
}
