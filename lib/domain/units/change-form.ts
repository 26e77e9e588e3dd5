import type { ChangeTarget, NewCommune, UnitChangeKind, UnitChangeRequest } from "./change";

/** A change as somebody writes it: codes, or a code and a name for a commune to make, one a line. */
export interface ChangeForm {
  kind: UnitChangeKind;
  /** communes that merge, pass on, are renamed or divided */
  from: string;
  /** what they become; for `province` the province's id */
  into: string;
  /** of a commune that is divided: hamlet → place of its part; a hamlet that is not named waits */
  hamlets: Record<string, number>;
}

interface Line {
  code: string;
  name: string | null;
}

function linesOf(text: string): Line[] {
  return text.split(/\n|;/).flatMap((line) => {
    const [, code, name] = /^\s*(\S+)(?:\s+(\S.*?))?\s*$/.exec(line) ?? [];
    return code ? [{ code, name: name ?? null }] : [];
  });
}

/** The codes in a form that have to be communes in force. */
export function codesIn(form: ChangeForm): string[] {
  const there = form.kind === "province" || form.kind === "rename" ? [] : linesOf(form.into);
  const named = there.filter(({ name }) => name === null);
  return [...linesOf(form.from), ...named].map(({ code }) => code);
}

export type ReadForm =
  | { ok: true; request: unknown }
  /** a code that no commune in force has */
  | { ok: false; unknown: string };

class Unknown extends Error {}

/** The request that a form says; not checked yet for what it may contain. */
export function readChangeForm(form: ChangeForm, idOf: ReadonlyMap<string, string>): ReadForm {
  const known = ({ code }: Line): string => {
    const id = idOf.get(code);
    if (!id) throw new Unknown(code);
    return id;
  };
  const made = ({ code, name }: Line): NewCommune => ({ code, name: name ?? "" });
  const target = (line: Line): ChangeTarget =>
    line.name === null ? { unitId: known(line) } : made(line);
  const nothing: Line = { code: "", name: null };
  try {
    const units = linesOf(form.from).map(known);
    const into = linesOf(form.into);
    const first = into[0] ?? nothing;
    return { ok: true, request: requestOf(form, { units, into, first, target, made }) };
  } catch (error) {
    if (error instanceof Unknown) return { ok: false, unknown: error.message };
    throw error;
  }
}

interface Parts {
  units: string[];
  into: Line[];
  first: Line;
  target: (line: Line) => ChangeTarget;
  made: (line: Line) => NewCommune;
}

function requestOf(form: ChangeForm, of: Parts): Partial<UnitChangeRequest> {
  const { kind } = form;
  const [unit = ""] = of.units;
  if (kind === "merge") return { kind, units: of.units, into: of.target(of.first) };
  if (kind === "province") return { kind, units: of.units, province: form.into };
  if (kind === "rename") return { kind, unit, into: of.made(of.first) };
  const hamlets = Object.entries(form.hamlets).map(([hamlet, part]) => ({ hamlet, part }));
  return { kind, unit, parts: of.into.map(of.target), heir: 0, hamlets };
}
