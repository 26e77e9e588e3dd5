import { cache } from "react";
import { getContacts } from "@/lib/server/tasks/contact-queries";
import { findDraft } from "@/lib/server/tasks/drafts";

// Read once for each request, where two parts of the page show of it.

/** Attempts and what was found: the form and the section below it. */
export const contactsOf = cache((taskId: string) => getContacts(taskId));

/** The officer's own draft: it says which candidate the page opens with, and fills the form. */
export const ownDraftOf = cache((taskId: string) => findDraft(taskId));
