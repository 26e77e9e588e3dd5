// Second file of every program: Node is known to be new enough, the packages may be missing.
"use strict";

const { register } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

// With this condition the package that keeps server code out of browsers is empty.
const SERVER_CONDITION = `export function resolve(name, context, next) {
  return next(name, { ...context, conditions: [...context.conditions, "react-server"] });
}`;

/** Runs scripts/<program>.ts through tsx, in this very process: no signal has to be passed on. */
module.exports = async function launch(program, texts) {
  process.chdir(join(__dirname, ".."));
  try {
    (await import("tsx/esm/api")).register();
    register(`data:text/javascript,${encodeURIComponent(SERVER_CONDITION)}`);
    await import(pathToFileURL(join(__dirname, `${program}.ts`)).href);
  } catch (error) {
    if (!isPackageMissing(error)) throw error;
    console.error(texts.problem.node.notInstalled);
    process.exit(1);
  }
};

/** Nothing was installed, or something has been added since, or the parts for this machine were left out. */
function isPackageMissing({ code, message }) {
  if (code === "ERR_MODULE_NOT_FOUND") return /Cannot find package/.test(message);
  return /package "@esbuild\/.*could not be found/.test(message);
}
