"use client";

import {
  type ComponentProps,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { Banner } from "@/components/ui/banner";
import { ErrorSummary } from "@/components/ui/error-summary";
import { fieldId } from "@/components/ui/field-attributes";
import { FormErrors } from "./form-errors";
import { type ActionResult, type FormAction, fieldErrors } from "./result";

interface ActionFormProps extends Omit<ComponentProps<"form">, "action" | "ref"> {
  action: FormAction;
  /** Called once for each success, for a notice or to close a dialog. */
  onSuccess?: (message: string | undefined) => void;
  /** Empties the fields after success; what was typed always stays after a refusal. */
  resetOnSuccess?: boolean;
}

/** Counts the answers, so that each new one is announced even when it says the same. */
function useTurn(result: ActionResult | null): number {
  const [seen, setSeen] = useState({ result, turn: 0 });
  if (seen.result !== result) setSeen({ result, turn: seen.turn + 1 });
  return seen.turn;
}

/**
 * A form over an action that answers with `ActionResult`. It works before the script has loaded,
 * shows what to look at again on top with the focus on it, and keeps what was typed.
 */
export function ActionForm(props: ActionFormProps) {
  const { action, onSuccess, resetOnSuccess, children, ...form } = props;
  const [result, dispatch] = useActionState(action, null);
  const box = useRef<HTMLFormElement>(null);
  const mayReset = useRef(false);
  const turn = useTurn(result);
  const succeed = useEffectEvent((message: string | undefined) => {
    mayReset.current = true;
    if (resetOnSuccess) box.current?.reset();
    mayReset.current = false;
    onSuccess?.(message);
  });
  useEffect(() => {
    if (result?.ok) succeed(result.message);
  }, [result]);
  return (
    <form
      {...form}
      ref={box}
      action={dispatch}
      onReset={(event) => {
        // React empties a form after every action, also after one that was refused.
        if (!mayReset.current) event.preventDefault();
      }}
    >
      <FormAnswer key={turn} result={result} silent={onSuccess !== undefined} />
      <FormErrors value={fieldErrors(result)}>{children}</FormErrors>
    </form>
  );
}

function FormAnswer({ result, silent }: { result: ActionResult | null; silent: boolean }) {
  if (result === null || (result.ok && (silent || !result.message))) return null;
  const errors = Object.entries(fieldErrors(result));
  return (
    <div className="mb-5">
      {result.ok ? (
        <Banner tone="settled" live>
          {result.message}
        </Banner>
      ) : (
        <ErrorSummary
          message={result.message}
          errors={errors.map(([name, message]) => ({ id: fieldId(name), message }))}
        />
      )}
    </div>
  );
}
