import { PageNotFound } from "@/components/shell/page-not-found";
import { PlainFrame } from "@/components/shell/plain-frame";

export default function NotFound() {
  return (
    <PlainFrame>
      <PageNotFound />
    </PlainFrame>
  );
}
