import { takeNext } from "@/app/(portal)/tasks/actions";
import { SubmitButton } from "@/components/ui/submit-button";

/** Opens the most useful task, for this officer alone. */
export function NextButton({ label }: { label: string }) {
  return (
    <form action={takeNext}>
      <SubmitButton>{label}</SubmitButton>
    </form>
  );
}
