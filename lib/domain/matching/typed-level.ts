import { parseBirthDate } from "@/lib/domain/records/partial-date";
import type { Sex } from "@/lib/domain/records/sex";
import { birthDateLevel } from "./compare-birth-date";
import { sexLevel } from "./compare-identity";
import { nameLevel } from "./compare-name";
import { prepareName } from "./prepared-name";
import type { IdentityField, MatchModel } from "./vocabulary";

type Readers = Pick<MatchModel, "textRepairs">;

function dateOf(text: string) {
  const read = parseBirthDate(text);
  return read.ok ? read.value : null;
}

/**
 * The level of what was typed beside the registry's value, both as they are written; null where that
 * can't be told here (a number, which is masked; a date that is none).
 */
export function typedLevel(
  field: IdentityField,
  { typed, registry }: { typed: string; registry: string | null },
  model: Readers,
): string | null {
  if (typed.trim() === "" || registry === null) return "missing";
  if (field === "fullName")
    return nameLevel(prepareName(typed, model), prepareName(registry, model));
  if (field === "sex") return sexLevel(typed as Sex, registry as Sex);
  if (field === "birthDate") {
    const [one, other] = [dateOf(typed), dateOf(registry)];
    return one && other ? birthDateLevel(one, other) : null;
  }
  return null;
}
