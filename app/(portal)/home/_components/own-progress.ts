import { cache } from "react";
import { getProgress } from "@/lib/server/progress/queries";

/** The figures of the viewer's own unit, read once for all parts of the page. */
export const getOwnProgress = cache(() => getProgress(undefined));
