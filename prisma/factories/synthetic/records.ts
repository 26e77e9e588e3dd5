import { type Draft, damageRecord } from "./damage/damage-record";
import { drawDoses, type SyntheticDose } from "./doses";
import { writeAddress } from "./hamlets";
import { documentType, groupOf, insuranceNumber } from "./paper";
import type { DamageProfile } from "./profiles";
import { type Place, type Resident, writeBirth } from "./resident";
import { createRng, type Rng } from "./rng";
import type { Slot } from "./slots";

/** One record as a source system holds it, and the truth about it, which no engine is given. */
export interface SyntheticRecord {
  recordId: string;
  fullName: string;
  birthDate: string;
  sex: string;
  idNumber: string;
  phone: string;
  address: string;
  /** Of 2022; may be empty. */
  communeCode: string;
  provinceName: string;
  districtName: string;
  communeName: string;
  documentType: string;
  insuranceNumber: string;
  group: string;
  doses: SyntheticDose[];
  truth: { personId: string | null; damage: string[] };
}

/** Who the record is about: `personId` null is "not in the registry". */
export interface Subject {
  resident: Resident;
  personId: string | null;
}

export interface RecordOrder {
  number: number;
  slot: Slot;
  subject: Subject;
}

export interface RecordSource {
  seed: number;
  profile: DamageProfile;
  drawPlace: (rng: Rng) => Place;
  bare: boolean;
}

/** Doses and papers are drawn last, so that leaving them out changes nothing else. */
export function writeRecord(
  { number, slot, subject }: RecordOrder,
  { seed, profile, drawPlace, bare }: RecordSource,
): SyntheticRecord {
  const { resident, personId } = subject;
  const rng = createRng(seed, "record", number);
  const draft = draftOf(resident);
  const damage = [
    ...circumstances(slot),
    ...damageRecord(draft, slot, { context: { rng, resident }, profile }),
  ];
  const { past, damage: displaced } = placeOn(resident, { rng, profile, drawPlace });
  return {
    recordId: `DT${String(number).padStart(8, "0")}`,
    ...draft,
    communeCode: past.code,
    provinceName: past.provinceName,
    districtName: past.districtName,
    communeName: past.communeName,
    documentType: documentType(draft.idNumber, resident.foreign),
    ...(bare ? NO_PAPERS : drawPapers(resident, rng)),
    truth: { personId, damage: [...damage, ...displaced] },
  };
}

type Papers = Pick<SyntheticRecord, "insuranceNumber" | "group" | "doses">;

const NO_PAPERS: Papers = { insuranceNumber: "", group: "", doses: [] };

function drawPapers(resident: Resident, rng: Rng): Papers {
  return {
    insuranceNumber: insuranceNumber(resident, rng),
    group: groupOf(resident, rng),
    doses: drawDoses(resident, rng),
  };
}

function draftOf(resident: Resident): Draft {
  return {
    fullName: resident.fullName,
    birthDate: writeBirth(resident.birth),
    sex: resident.sex,
    idNumber: resident.idNumber,
    phone: resident.phone,
    address: writeAddress(resident),
  };
}

function circumstances({ kind, duplicate }: Slot): string[] {
  if (kind === "foreign") return ["foreign"];
  if (kind === "outside") return ["not_in_registry"];
  return duplicate ? ["duplicate"] : [];
}

const NOWHERE = { code: "", provinceName: "", districtName: "", communeName: "" };

/** Where the list puts the person: at home, at the place of the injection, or nowhere. */
function placeOn(
  resident: Resident,
  { rng, profile, drawPlace }: { rng: Rng; profile: DamageProfile; drawPlace: (rng: Rng) => Place },
) {
  const at = rng.next();
  if (at < profile.communeMissing) return { past: NOWHERE, damage: ["commune_missing"] };
  if (at >= profile.communeMissing + profile.communeElsewhere) {
    return { past: resident.place.past, damage: [] };
  }
  const elsewhere = drawPlace(rng);
  const same = elsewhere.past.code === resident.place.past.code;
  return { past: elsewhere.past, damage: same ? [] : ["commune_elsewhere"] };
}
