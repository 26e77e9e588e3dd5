import access from "./vi/access.json";
import audit from "./vi/audit.json";
import common from "./vi/common.json";
import directives from "./vi/directives.json";
import errors from "./vi/errors.json";
import handovers from "./vi/handovers.json";
import home from "./vi/home.json";
import imports from "./vi/imports.json";
import loads from "./vi/loads.json";
import matching from "./vi/matching.json";
import officers from "./vi/officers.json";
import progress from "./vi/progress.json";
import records from "./vi/records.json";
import rules from "./vi/rules.json";
import shell from "./vi/shell.json";
import tasks from "./vi/tasks.json";
import units from "./vi/units.json";

/** Every text in Vietnamese, one namespace a context. */
export const vi = {
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
