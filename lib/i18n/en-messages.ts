import access from "./en/access.json";
import audit from "./en/audit.json";
import common from "./en/common.json";
import directives from "./en/directives.json";
import errors from "./en/errors.json";
import handovers from "./en/handovers.json";
import home from "./en/home.json";
import imports from "./en/imports.json";
import loads from "./en/loads.json";
import matching from "./en/matching.json";
import officers from "./en/officers.json";
import progress from "./en/progress.json";
import records from "./en/records.json";
import rules from "./en/rules.json";
import shell from "./en/shell.json";
import tasks from "./en/tasks.json";
import units from "./en/units.json";

/** Every text in English, one namespace a context. */
export const en = {
  common,
  shell,
  errors,
  home,
  access,
  units,
  officers,
  records,
  imports,
  loads,
  matching,
  rules,
  tasks,
  handovers,
  progress,
  directives,
  audit,
};
