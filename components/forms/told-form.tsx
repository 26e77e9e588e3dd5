"use client";

import type { ComponentProps } from "react";
import { useToast } from "@/components/ui/toast";
import { ActionForm } from "./action-form";
import type { FormAction } from "./result";

/**
 * A form whose success is told by a notice: what it has settled leaves the page together with it, so that
 * the form itself could not say it any more. A refusal is shown in the form.
 */
export function ToldForm({
  action,
  ...form
}: Omit<ComponentProps<typeof ActionForm>, "onSuccess">) {
  const notify = useToast();
  const told: FormAction = async (previous, data) => {
    const result = await action(previous, data);
    if (result.ok && result.message) notify({ message: result.message });
    return result;
  };
  return <ActionForm {...form} action={told} onSuccess={() => undefined} />;
}
