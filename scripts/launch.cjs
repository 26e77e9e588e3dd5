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
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.error(texts.problem.node.notInstalled);
    process.exit(1);
  }
  register(`data:text/javascript,${encodeURIComponent(SERVER_CONDITION)}`);
  await import(pathToFileURL(join(__dirname, `${program}.ts`)).href);
};
