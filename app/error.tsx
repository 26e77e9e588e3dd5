"use client";

import { PageFailure } from "@/components/shell/page-failure";
import { PlainFrame } from "@/components/shell/plain-frame";

interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <PlainFrame>
      <PageFailure {...props} />
    </PlainFrame>
  );
}
