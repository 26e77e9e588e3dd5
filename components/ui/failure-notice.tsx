import { Button } from "./button";
import { LinkButton } from "./link-button";
import { PageHeader } from "./page-header";

interface FailureNoticeProps {
  title: string;
  body: string;
  reference?: string;
  retry: { label: string; run: () => void };
  home: string;
}

/** A page that could not be opened: what happened, what to do, what to tell support. */
export function FailureNotice({ title, body, reference, retry, home }: FailureNoticeProps) {
  return (
    <div role="alert">
      <PageHeader title={title} lead={body} />
      {reference ? <p className="mb-6">{reference}</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={retry.run}>
          {retry.label}
        </Button>
        <LinkButton href="/">{home}</LinkButton>
      </div>
    </div>
  );
}
