import { cache } from "react";
import { listOfficerLines, type OfficerFilter } from "@/lib/server/progress/officer-lines";

const read = cache((unit: string | undefined, officer: string, after: string | undefined) =>
  listOfficerLines({ unit, officer, after }),
);

/** An officer's steps, read once for each request: the list's title says whose they are. */
export const officerLines = ({ unit, officer, after }: OfficerFilter) => read(unit, officer, after);
