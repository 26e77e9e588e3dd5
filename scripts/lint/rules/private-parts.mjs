import path from "node:path";
import resolver from "../resolve.cjs";

const PRIVATE = `${path.sep}_`;

/** The folder that owns the private folder (`_components`) a file lies in; null for open files. */
function ownerOf(file) {
  const at = file.lastIndexOf(PRIVATE);
  return at === -1 ? null : file.slice(0, at);
}

/** `_components` of one route is for that route; what two routes share lies in components/. */
export const privateParts = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      foreign: "This belongs to another route: move what two routes share to components/.",
    },
  },
  create(context) {
    function check(node) {
      const target = node.source && resolver.resolveLocal(node.source.value, context.filename);
      const owner = target && ownerOf(target);
      if (owner && !context.filename.startsWith(owner + path.sep)) {
        context.report({ node, messageId: "foreign" });
      }
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check };
  },
};
