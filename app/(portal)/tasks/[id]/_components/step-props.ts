import type { TaskDetail } from "@/lib/server/tasks/detail";

export interface StepProps {
  task: TaskDetail;
  personId: string | null;
}
