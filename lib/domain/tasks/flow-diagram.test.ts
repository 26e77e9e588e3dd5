import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TASK_EVENTS } from "./flow";
import { flowDiagram } from "./flow-diagram";
import { RESOLUTIONS, STATE_OWNER, TASK_STATES } from "./states";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const page = read("docs/task-flow.md");
const words = JSON.parse(read("lib/i18n/vi/tasks.json")) as Record<
  "state" | "event" | "resolution",
  Record<string, string>
>;

describe("docs/task-flow.md", () => {
  // On failure: put what is expected here between the fences of the page.
  it("shows the flow as it is", () => {
    expect(/```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1]).toBe(flowDiagram());
  });

  it.each(TASK_STATES)("names the state %s as on screen, with its owner", (state) => {
    expect(page).toContain(`| \`${state}\` | ${words.state[state]} | ${STATE_OWNER[state]} |`);
  });

  it.each(TASK_EVENTS)("names the event %s as on screen", (event) => {
    expect(page).toContain(`| \`${event}\` | ${words.event[event]} |`);
  });

  it.each(RESOLUTIONS)("names the resolution %s as on screen", (resolution) => {
    expect(page).toContain(`| \`${resolution}\` | ${words.resolution[resolution]} |`);
  });
});
