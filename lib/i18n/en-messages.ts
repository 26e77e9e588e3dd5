import access from "./en/access.json";
import approval from "./en/approval.json";
import audit from "./en/audit.json";
import calendar from "./en/calendar.json";
import charts from "./en/charts.json";
import clusters from "./en/clusters.json";
import common from "./en/common.json";
import compare from "./en/compare.json";
import contact from "./en/contact.json";
import directives from "./en/directives.json";
import duplicates from "./en/duplicates.json";
import errors from "./en/errors.json";
import failure from "./en/failure.json";
import hamlets from "./en/hamlets.json";
import handovers from "./en/handovers.json";
import help from "./en/help.json";
import home from "./en/home.json";
import imports from "./en/imports.json";
import lists from "./en/lists.json";
import loads from "./en/loads.json";
import matching from "./en/matching.json";
import moves from "./en/moves.json";
import officers from "./en/officers.json";
import offline from "./en/offline.json";
import practice from "./en/practice.json";
import progress from "./en/progress.json";
import records from "./en/records.json";
import reminders from "./en/reminders.json";
import reports from "./en/reports.json";
import requests from "./en/requests.json";
import rules from "./en/rules.json";
import shell from "./en/shell.json";
import shortcuts from "./en/shortcuts.json";
import tasks from "./en/tasks.json";
import units from "./en/units.json";
import workbench from "./en/workbench.json";

/** Every text in English, one namespace a context. */
export const en = {
  common,
  shell,
  shortcuts,
  errors,
  failure,
  help,
  home,
  access,
  units,
  calendar,
  reminders,
  hamlets,
  officers,
  records,
  imports,
  lists,
  loads,
  matching,
  rules,
  tasks,
  moves,
  workbench,
  contact,
  offline,
  duplicates,
  charts,
  clusters,
  approval,
  handovers,
  practice,
  progress,
  reports,
  compare,
  directives,
  requests,
  audit,
};
