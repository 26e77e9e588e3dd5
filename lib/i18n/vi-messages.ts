import access from "./vi/access.json";
import approval from "./vi/approval.json";
import audit from "./vi/audit.json";
import calendar from "./vi/calendar.json";
import charts from "./vi/charts.json";
import clusters from "./vi/clusters.json";
import common from "./vi/common.json";
import compare from "./vi/compare.json";
import contact from "./vi/contact.json";
import directives from "./vi/directives.json";
import duplicates from "./vi/duplicates.json";
import errors from "./vi/errors.json";
import failure from "./vi/failure.json";
import hamlets from "./vi/hamlets.json";
import handovers from "./vi/handovers.json";
import help from "./vi/help.json";
import home from "./vi/home.json";
import imports from "./vi/imports.json";
import lists from "./vi/lists.json";
import loads from "./vi/loads.json";
import matching from "./vi/matching.json";
import moves from "./vi/moves.json";
import officers from "./vi/officers.json";
import offline from "./vi/offline.json";
import practice from "./vi/practice.json";
import progress from "./vi/progress.json";
import records from "./vi/records.json";
import reminders from "./vi/reminders.json";
import reports from "./vi/reports.json";
import requests from "./vi/requests.json";
import rules from "./vi/rules.json";
import shell from "./vi/shell.json";
import shortcuts from "./vi/shortcuts.json";
import tasks from "./vi/tasks.json";
import units from "./vi/units.json";
import workbench from "./vi/workbench.json";

/** Every text in Vietnamese, one namespace a context. */
export const vi = {
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
