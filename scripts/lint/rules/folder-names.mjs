import path from "node:path";
import resolver from "../resolve.cjs";

/** Names that say nothing of the work; what lies there belongs to a context. */
const EMPTY_NAMES = new Set(["src", "utils", "helpers", "misc", "common", "services", "types"]);

export const folderNames = {
  meta: {
    type: "problem",
    schema: [],
    messages: { empty: "A folder named “{{name}}” says nothing: name it after the work." },
  },
  create: (context) => ({
    Program(node) {
      const folders = path.dirname(path.relative(resolver.ROOT, context.filename)).split(path.sep);
      const name = folders.find((folder) => EMPTY_NAMES.has(folder));
      if (name) context.report({ node, messageId: "empty", data: { name } });
    },
  }),
};
