// First file of every program: `node scripts/run.cjs <program>`. It says in one sentence that Node
// is too old, so it must be readable by very old versions: no syntax later than 2009, and ".cjs",
// because Node 8 and 10 refuse ".mjs" before its first line runs.
"use strict";

var isEnglish = process.env.PORTAL_LOCALE === "en";
var texts = isEnglish
  ? require("../lib/i18n/en/running.json")
  : require("../lib/i18n/vi/running.json");
var found = process.versions.node;
var parts = found.split(".");
var major = Number(parts[0]);
var minor = Number(parts[1]);

// The versions in which `require` of an ES module works without a flag, as Prisma asks for.
if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) {
  require("./launch.cjs")(process.argv[2], texts);
} else {
  console.error(texts.problem.node.tooOld.replace("{found}", found));
  process.exit(1);
}
