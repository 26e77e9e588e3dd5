"use client";

import { type ReactNode, useActionState } from "react";
import { useSaidBy } from "@/app/(portal)/tasks/_components/said-by";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { mark, prepare } from "../actions";

interface ActionFormProps {
  kind: "prepare" | "mark";
  /** Hidden fields that name what is acted on. */
  fields: Record<string, string | number>;
  children: ReactNode;
}

/** One button and its answer. */
export function ActionForm({ kind, fields, children }: ActionFormProps) {
  const [answer, act] = useActionState(useSaidBy(kind === "prepare" ? prepare : mark), null);
  return (
    <form action={act} className="flex flex-col gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <SubmitButton size="sm" variant={kind === "prepare" ? "primary" : "secondary"}>
          {children}
        </SubmitButton>
      </div>
      {answer && !answer.ok ? (
        <Banner live tone="waiting">
          {answer.message}
        </Banner>
      ) : null}
    </form>
  );
}
