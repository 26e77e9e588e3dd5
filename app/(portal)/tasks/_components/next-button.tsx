import { LinkButton } from "@/components/ui/link-button";

/** Opens the most useful open task. Not read ahead: going there chooses a task. */
export function NextButton({ label }: { label: string }) {
  return (
    <LinkButton href="/tasks/next" variant="primary" prefetch={false}>
      {label}
    </LinkButton>
  );
}
