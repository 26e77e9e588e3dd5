const EXPORT_ALL = "ExportAllDeclaration";

function isReExport(node) {
  return node.type === EXPORT_ALL || (node.type === "ExportNamedDeclaration" && node.source);
}

function isPlumbing(node) {
  const exportsNamesOnly = node.type === "ExportNamedDeclaration" && !node.declaration;
  return isReExport(node) || exportsNamesOnly || node.type === "ImportDeclaration";
}

/** A file that only passes on what others export hides who uses what, and makes cycles easy. */
export const noBarrel = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      all: "`export *` hides what a file offers: import from the file that has it.",
      barrel: "No barrels: import from the file that has it.",
    },
  },
  create: (context) => ({
    [EXPORT_ALL]: (node) => context.report({ node, messageId: "all" }),
    Program(node) {
      const passesOn = node.body.some((each) => each.type.startsWith("Export"));
      if (passesOn && node.body.every(isPlumbing)) context.report({ node, messageId: "barrel" });
    },
  }),
};
