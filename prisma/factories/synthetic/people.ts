import { drawHousehold } from "./household";
import { openOffice } from "./numbers";
import { foreigner } from "./other-names";
import type { Place, Resident } from "./resident";
import { createRng, type Rng } from "./rng";

/** Everyone in the registry, household by household; the same for the same seed. */
export function* residents(
  count: number,
  { seed, drawPlace }: { seed: number; drawPlace: (rng: Rng) => Place },
): Generator<Resident> {
  const office = openOffice("registry");
  let made = 0;
  for (let household = 0; made < count; household++) {
    const rng = createRng(seed, "household", household);
    for (const resident of drawHousehold(drawPlace(rng), { rng, office })) {
      if (made++ < count) yield resident;
    }
  }
}

/** People who are vaccinated and not in the registry, one after the other and without end. */
export function outsiders({ seed, drawPlace }: { seed: number; drawPlace: (rng: Rng) => Place }) {
  const office = openOffice("elsewhere");
  let made = 0;
  return (foreign: boolean): Resident => {
    const rng = createRng(seed, "outsider", made++);
    const resident = rng.pick(drawHousehold(drawPlace(rng), { rng, office }));
    if (!foreign) return resident;
    const { fullName, passport } = foreigner(resident.sex, rng);
    const birth = { ...resident.birth, yearOnly: false };
    return { ...resident, birth, fullName, idNumber: passport, oldIds: [], foreign };
  };
}
