import nextPlugin from "@next/eslint-plugin-next";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { ARROWS, TEST_ARROWS } from "./scripts/lint/arrows.mjs";
import { BUDGETS, TEST_BUDGETS, TSX_BUDGETS } from "./scripts/lint/budgets.mjs";
import { ELEMENTS, ROOT_FILES } from "./scripts/lint/elements.mjs";
import { PACKAGE_ARROWS, TEST_PACKAGE_ARROWS } from "./scripts/lint/packages.mjs";
import resolver from "./scripts/lint/resolve.cjs";
import { folderNames } from "./scripts/lint/rules/folder-names.mjs";
import { noBarrel } from "./scripts/lint/rules/no-barrel.mjs";
import { privateParts } from "./scripts/lint/rules/private-parts.mjs";
import {
  BROWSER_TESTS,
  IMPURE_GLOBALS,
  PURITY,
  SLEEPING_GLOBALS,
  TEXT,
} from "./scripts/lint/syntax.mjs";

const CODE = ["**/*.{ts,tsx,mjs,cjs,js}"];
const TESTS = ["**/*.test.{ts,tsx}"];
const STORIES = ["e2e/**/*.spec.ts"];
const SCREENS = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"];

/** Refuses by default: only what a policy names may be imported, packages and Node included. */
function dependencies(policies) {
  const message =
    "{{from.element.types}} may not import {{dependency.source}} (CONTRIBUTING.md, Arrows)";
  return [
    "error",
    {
      default: "disallow",
      checkAllOrigins: true,
      message,
      policies,
    },
  ];
}

const ALL_ARROWS = [...ARROWS, ...PACKAGE_ARROWS];

export default tseslint.config(
  {
    ignores: [
      "**/.next/",
      ".data/",
      "next-env.d.ts",
      "out/",
      "test-results/",
      "playwright-report/",
    ],
  },
  // A limit that a file can lift for itself is no limit.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  {
    files: CODE,
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: {
      boundaries,
      "@typescript-eslint": tseslint.plugin,
      portal: {
        rules: {
          "no-barrel": noBarrel,
          "folder-names": folderNames,
          "private-parts": privateParts,
        },
      },
    },
    settings: {
      "boundaries/root-path": resolver.ROOT,
      "boundaries/elements": ELEMENTS,
      "boundaries/files": ROOT_FILES,
      "boundaries/legacy-templates": false,
      "boundaries/additional-dependency-nodes": [
        { selector: "TSImportType Literal", kind: "type", name: "import-type" },
      ],
      "import/resolver": { [`${resolver.ROOT}/scripts/lint/resolve.cjs`]: {} },
    },
    rules: {
      ...BUDGETS,
      "boundaries/dependencies": dependencies(ALL_ARROWS),
      "boundaries/no-unknown-files": "error",
      "boundaries/no-unknown-dependencies": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "portal/no-barrel": "error",
      "portal/folder-names": "error",
      "portal/private-parts": "error",
    },
  },
  { files: ["**/*.tsx"], rules: TSX_BUDGETS },
  { files: [...TESTS, ...STORIES], rules: TEST_BUDGETS },
  {
    files: TESTS,
    rules: {
      "boundaries/dependencies": dependencies([
        ...ALL_ARROWS,
        ...TEST_ARROWS,
        ...TEST_PACKAGE_ARROWS,
      ]),
    },
  },
  {
    files: ["lib/domain/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...IMPURE_GLOBALS],
      "no-restricted-syntax": ["error", ...PURITY],
    },
  },
  {
    files: SCREENS,
    ignores: TESTS,
    extends: [reactHooks.configs.flat.recommended, nextPlugin.configs["core-web-vitals"]],
    rules: {
      "no-restricted-syntax": ["error", ...TEXT],
      "react-hooks/exhaustive-deps": "error",
      // These two speak to users of React's compiler, which this project does not run.
      "react-hooks/incompatible-library": "off",
      "react-hooks/unsupported-syntax": "off",
      "@next/next/no-img-element": "error",
    },
  },
  {
    files: ["e2e/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...SLEEPING_GLOBALS],
      "no-restricted-syntax": ["error", ...BROWSER_TESTS],
    },
  },
);
