import { Skeleton } from "@/components/ui/skeleton";

/** In place of the list while it is read. */
export default function LoadingRecords() {
  return <Skeleton lines={12} />;
}
