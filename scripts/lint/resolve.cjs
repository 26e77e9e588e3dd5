/**
 * Where a local import points, from its text alone: "./x", "../x" and "@/x". The file need not
 * exist (the compiler checks that), so arrows hold before code is generated and in lint's own tests.
 */
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");

function resolveLocal(source, importer) {
  if (source.startsWith("@/")) return path.join(ROOT, source.slice(2));
  if (/^\.{1,2}(\/|$)/.test(source)) return path.resolve(path.dirname(importer), source);
  return null;
}

module.exports = {
  interfaceVersion: 2,
  resolve(source, importer) {
    const found = resolveLocal(source, importer);
    return found ? { found: true, path: found } : { found: false };
  },
  resolveLocal,
  ROOT,
};
