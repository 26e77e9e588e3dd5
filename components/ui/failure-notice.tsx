import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";

/** By a full load, which starts anew: what failed may have been the program in the browser. */
const HOME = "/";

interface FailureNoticeProps {
  title: string;
  body: string;
  reference?: string;
  /** Something failed just now: it is read aloud at once. */
  alert?: boolean;
  /** What else to try, before the way home. */
  children?: ReactNode;
  home: string;
}

/**
 * A page that could not be opened: what happened, what to do, what to tell support. The browser has this
 * with every page, so it is made of nothing that would have to be loaded for it.
 */
export function FailureNotice({
  title,
  body,
  reference,
  alert,
  children,
  home,
}: FailureNoticeProps) {
  return (
    <div role={alert ? "alert" : undefined}>
      <h1 className="mb-2 text-xl">{title}</h1>
      <p className="mb-6 text-quiet">{body}</p>
      {reference ? <p className="mb-6">{reference}</p> : null}
      <div className="flex flex-wrap gap-3">
        {children}
        <a href={HOME} className={buttonStyle({})}>
          {home}
        </a>
      </div>
    </div>
  );
}
