import { ClientMessages } from "@/lib/i18n/client-messages";
import { getContacts } from "@/lib/server/tasks/contact-queries";
import { GiveUpDialog } from "./give-up-dialog";
import type { StepProps } from "./step-props";

/** "Không đủ thông tin", where the officer may propose to close the task. */
export async function GiveUpStep({ task }: StepProps) {
  const event = (["cannotFind", "giveUp"] as const).find((one) => task.events.includes(one));
  if (!event) return null;
  const { attempts, needed, left } = await getContacts(task.id);
  const { id, version, code } = task;
  return (
    <ClientMessages namespaces={["common", "contact"]}>
      <GiveUpDialog task={{ id, version, code }} event={event} tried={{ attempts, needed, left }} />
    </ClientMessages>
  );
}
