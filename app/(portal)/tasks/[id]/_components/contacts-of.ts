import { cache } from "react";
import { getContacts } from "@/lib/server/tasks/contact-queries";

/** Read once for each request: the form and the section below it both show of it. */
export const contactsOf = cache((taskId: string) => getContacts(taskId));
