export const FILE_LINES = 250;
export const FUNCTION_LINES = 50;
export const TSX_FUNCTION_LINES = 80;

/** Lines are counted as they stand: comments and blank lines are read too. */
const functionLines = (max) => ["error", { max, skipBlankLines: false, skipComments: false }];

export const BUDGETS = {
  "max-lines": ["error", { max: FILE_LINES, skipBlankLines: false, skipComments: false }],
  "max-lines-per-function": functionLines(FUNCTION_LINES),
  complexity: ["error", { max: 10 }],
  "max-params": ["error", { max: 3 }],
};

export const TSX_BUDGETS = { "max-lines-per-function": functionLines(TSX_FUNCTION_LINES) };
/** A `describe` holds many short cases; the file's own limit still bounds it. */
export const TEST_BUDGETS = { "max-lines-per-function": "off" };
