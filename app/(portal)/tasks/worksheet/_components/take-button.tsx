"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { type ListChoice, takeList } from "@/components/offline/list-requests";
import { openVault } from "@/components/offline/vault";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

interface TakeButtonProps {
  officerId: string;
  choice: ListChoice;
  /** whose list it is, in words */
  name: string;
}

/** Onto this device, and on to where one works with it. */
export function TakeButton({ officerId, choice, name }: TakeButtonProps) {
  const t = useTranslations("offline.take");
  const notify = useToast();
  const router = useRouter();
  const [taking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    const vault = await openVault(officerId);
    const answer = vault.available ? await takeList(vault, officerId, choice) : null;
    setTaking(false);
    if (answer?.ok) router.push("/field");
    else notify({ message: answer ? (answer.message ?? t("failed")) : t("unavailable") });
  };
  return (
    <Button
      variant="primary"
      icon="phone"
      pending={taking}
      aria-label={t("of", { name })}
      onClick={take}
    >
      {t("button")}
    </Button>
  );
}
