import { numberKeys, personKeys, similarKeys } from "@/lib/domain/matching/blocking";
import { usableNumber } from "@/lib/domain/matching/compare-id-number";
import { nearNumberKeys } from "@/lib/domain/matching/estimate/near-number";
import { NAME_BLOCK, NEAR_NUMBER_BLOCK, NUMBER_BLOCK } from "@/lib/domain/matching/estimate/passes";
import { type Seeded, seeded } from "@/lib/domain/matching/estimate/seeded";
import { NameCounter } from "@/lib/domain/matching/estimate/term-frequencies";
import { prepareName } from "@/lib/domain/matching/prepared-name";
import type { Candidate, MatchModel } from "@/lib/domain/matching/vocabulary";
import {
  PERSON_COLUMNS,
  RECORD_COLUMNS,
  type RecordRow,
  readPerson,
  readRecord,
} from "./read-rows";
import { readTable } from "./read-table";
import { Sample } from "./sample";

/** A person who shares a key with a record, and where they meet. */
export interface Met {
  person: Candidate;
  blocks: Set<string>;
  /** The blocking keys that they share. */
  keys: Set<number>;
}

/** What two files give: a sample of records with all their candidates, and people drawn by chance. */
export interface Gathered {
  records: RecordRow[];
  met: Map<string, Met>[];
  people: number;
  /** Of all people of the registry the share with a usable number. */
  numbered: number;
  drawn: Candidate[];
  nearScale: number;
  names: NameCounter;
}

interface GatherOrder {
  records: string;
  registry: string;
  sample: number;
  seed: number;
  /** Records that take part whatever the sample. */
  wanted: ReadonlySet<string>;
}

const MOST_DRAWN = 100_000;
const MOST_NEAR = 20_000;

export async function gather(order: GatherOrder, model: MatchModel): Promise<Gathered> {
  const records = await sampleRecords(order, seeded(order.seed));
  const index = indexRecords(records, model);
  const met = records.map(() => new Map<string, Met>());
  const drawn = new Sample<Candidate>(MOST_DRAWN, seeded(order.seed + 1));
  const names = new NameCounter();
  let numbered = 0;
  for await (const row of readTable(order.registry, PERSON_COLUMNS)) {
    const person = readPerson(row);
    drawn.offer(person);
    numbered += usableNumber(person.idNumber) === null ? 0 : 1;
    const name = prepareName(person.fullName, model);
    names.add(name?.tokens.map((token) => token.text) ?? []);
    meet(person, { index, met, model });
  }
  const near = Math.min(MOST_NEAR, records.length);
  return {
    records,
    met,
    people: drawn.seen,
    numbered: numbered / Math.max(1, drawn.seen),
    drawn: drawn.kept,
    nearScale: records.length / Math.max(1, near),
    names,
  };
}

async function sampleRecords(order: GatherOrder, chance: Seeded): Promise<RecordRow[]> {
  const sample = new Sample<RecordRow>(order.sample, chance);
  const wanted: RecordRow[] = [];
  for await (const row of readTable(order.records, RECORD_COLUMNS)) {
    const record = readRecord(row);
    if (record.foreign) continue;
    if (order.wanted.has(record.recordId)) wanted.push(record);
    else sample.offer(record);
  }
  return [...wanted, ...sample.kept];
}

interface RecordIndex {
  byKey: Map<number, { block: string; records: number[] }>;
  byNearNumber: Map<string, number[]>;
}

function indexRecords(records: readonly RecordRow[], model: MatchModel): RecordIndex {
  const byKey: RecordIndex["byKey"] = new Map();
  const byNearNumber: RecordIndex["byNearNumber"] = new Map();
  const put = (key: number, block: string, at: number) => {
    const known = byKey.get(key);
    if (known) known.records.push(at);
    else byKey.set(key, { block, records: [at] });
  };
  for (const [at, record] of records.entries()) {
    for (const key of numberKeys(record)) put(key, NUMBER_BLOCK, at);
    for (const key of similarKeys(record, { model, asRecord: true })) put(key, NAME_BLOCK, at);
    const number = usableNumber(record.idNumber);
    if (at >= MOST_NEAR || number === null) continue;
    for (const key of nearNumberKeys(number)) push(byNearNumber, key, at);
  }
  return { byKey, byNearNumber };
}

function meet(
  person: Candidate,
  { index, met, model }: { index: RecordIndex; met: Map<string, Met>[]; model: MatchModel },
): void {
  for (const key of personKeys(person, model)) {
    const found = index.byKey.get(key);
    if (!found) continue;
    for (const at of found.records) join(met[at], person, found.block)?.keys.add(key);
  }
  if (person.idNumber === null) return;
  for (const key of nearNumberKeys(person.idNumber)) {
    for (const at of index.byNearNumber.get(key) ?? []) join(met[at], person, NEAR_NUMBER_BLOCK);
  }
}

function join(
  met: Map<string, Met> | undefined,
  person: Candidate,
  block: string,
): Met | undefined {
  const known = met?.get(person.personId) ?? { person, blocks: new Set(), keys: new Set() };
  known.blocks.add(block);
  met?.set(person.personId, known);
  return known;
}

function push(index: Map<string, number[]>, key: string, at: number): void {
  const list = index.get(key);
  if (list) list.push(at);
  else index.set(key, [at]);
}
