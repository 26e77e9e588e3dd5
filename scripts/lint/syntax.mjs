/** Syntax that is refused, by place. Each entry has one message, which the tests look for. */
const LETTER = "/\\p{L}/u";
// Part of a word: "đ" alone is a letter to work on, "×" and "˜" in the same range are signs.
const MARKED = "(?=\\p{L})[À-ỹ]";
const VIETNAMESE = `/\\p{L}${MARKED}|${MARKED}\\p{L}/u`;
const READ_ALOUD =
  "/^(alt|title|placeholder|label|aria-(label|description|roledescription|valuetext|placeholder))$/";
const TITLES = "/^(title|description|default|template)$/";

const refuse = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));

const attribute = `JSXAttribute[name.name=${READ_ALOUD}]`;
// The names on keys ("Ctrl") are the same in every language.
const element = ':matches(JSXElement:not([openingElement.name.name="kbd"]), JSXFragment)';
const child = `${element} > JSXExpressionContainer`;
const choice = ":matches(ConditionalExpression, LogicalExpression)";

export const TEXT = [
  ...refuse("Text belongs to lib/i18n, not into JSX.", `${element} > JSXText[value=${LETTER}]`),
  ...refuse(
    "Text in an expression belongs to lib/i18n.",
    `${child} > Literal[value=${LETTER}]`,
    `${child} > ${choice} > Literal[value=${LETTER}]`,
    `${child} > TemplateLiteral > TemplateElement[value.raw=${LETTER}]`,
  ),
  ...refuse(
    "An attribute that people read or hear belongs to lib/i18n.",
    `${attribute} > Literal[value=${LETTER}]`,
    `${attribute} > JSXExpressionContainer > Literal[value=${LETTER}]`,
    `${attribute} > JSXExpressionContainer > ${choice} > Literal[value=${LETTER}]`,
    `${attribute} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${LETTER}]`,
  ),
  ...refuse(
    "The title of a page belongs to lib/i18n: use generateMetadata.",
    `VariableDeclarator[id.name="metadata"] Property[key.name=${TITLES}] > Literal[value=${LETTER}]`,
  ),
  ...refuse(
    "Vietnamese text belongs to lib/i18n/vi.",
    `Literal[value=${VIETNAMESE}]`,
    `TemplateElement[value.raw=${VIETNAMESE}]`,
  ),
  ...refuse(
    "No test ids: a test finds things as people do, by role and name.",
    "JSXAttribute[name.name=/^data-test/]",
  ),
];

export const PURITY = [
  ...refuse(
    "The domain has no clock: take the moment as a parameter.",
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name="Date"][property.name="now"]',
  ),
  ...refuse(
    "The domain has no chance: take the number or a seed as a parameter.",
    'MemberExpression[object.name="Math"][property.name="random"]',
  ),
];

export const BROWSER_TESTS = [
  ...refuse(
    "No sleeping: wait for what people would see.",
    'CallExpression[callee.property.name="waitForTimeout"]',
  ),
  ...refuse(
    "No CSS locators and no test ids: use roles and names.",
    "CallExpression[callee.property.name=/^(locator|frameLocator|getByTestId|\\$|\\$\\$)$/]",
  ),
];

/** Globals that reach out of the domain. */
export const IMPURE_GLOBALS = [
  ...["process", "fetch", "console", "performance", "crypto", "globalThis", "Buffer"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "require"],
  ...["window", "document", "navigator", "localStorage", "sessionStorage", "indexedDB"],
  ...["XMLHttpRequest", "WebSocket", "EventSource"],
].map((name) => ({ name, message: "lib/domain is pure: plain data in, plain data out." }));

export const SLEEPING_GLOBALS = ["setTimeout", "setInterval"].map((name) => ({
  name,
  message: "No sleeping: wait for what people would see.",
}));
