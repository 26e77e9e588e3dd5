import type { LevelChange } from "@/lib/domain/matching/model-change";
import type { Level, MatchModel } from "@/lib/domain/matching/vocabulary";
import { releaseJob } from "@/lib/server/jobs/release";
import { replayJob } from "@/lib/server/jobs/replay";
import { approveModel } from "@/lib/server/matching/model-approve";
import { proposeModel, proposeModelFile } from "@/lib/server/matching/model-commands";
import { getRules } from "@/lib/server/matching/model-queries";
import { type MadeOfficer, makeNation, makeOfficer, type Owner } from "./communes";

/** Two coordinators at the centre: who proposes does not approve. */
export interface Centre {
  proposer: MadeOfficer;
  approver: MadeOfficer;
}

export async function makeCentre(owner: Owner): Promise<Centre> {
  const unit = await makeNation(owner);
  return {
    proposer: await makeOfficer(owner, { role: "coordinator", unit, fullName: "Hồ Đề Xuất" }),
    approver: await makeOfficer(owner, { role: "coordinator", unit, fullName: "Mạc Phê Duyệt" }),
  };
}

/** One wrong letter in a name is seen through where everything else agrees: the SLIP of factories. */
export const FORGIVES_A_LETTER: LevelChange = {
  field: "fullName",
  level: "typo_1",
  weight: -2,
  harmless: "others_agree",
};

const NOTE = "Một chữ gõ sai khi mọi trường khác khớp";

/** Proposes the model in use with changed levels; gives the version and its queued replay. */
export async function propose(
  { proposer }: Centre,
  levels: LevelChange[] = [FORGIVES_A_LETTER],
): Promise<{ version: string; replayId: string }> {
  const { model } = await getRules.as(proposer);
  const { version: base, acceptScore, acceptMargin } = model;
  const change = { base, note: NOTE, acceptScore, acceptMargin, levels };
  const made = await proposeModel.as(proposer, change);
  if (!made.ok) throw new Error(`not proposed: ${made.error.code} ${made.error.reason}`);
  return made.data;
}

/** Runs a replay to its end, as a worker does. */
export function runReplay({ proposer }: Centre, replayId: string): Promise<void> {
  return replayJob({ replayId, officerId: proposer.officerId });
}

/** A proposal that has run in the shadow. */
export async function replayed(centre: Centre, levels?: LevelChange[]) {
  const proposal = await propose(centre, levels);
  await runReplay(centre, proposal.replayId);
  return proposal;
}

/** Approves a version and releases what it accepts, as a worker does; gives the release. */
export async function approve({ approver }: Centre, version: string): Promise<string> {
  const done = await approveModel.as(approver, { version, seen: true });
  if (!done.ok) throw new Error(`not approved: ${done.error.code} ${done.error.reason}`);
  const { releaseId } = done.data;
  await releaseJob({ releaseId, officerId: approver.officerId });
  return releaseId;
}

let files = 0;

/**
 * The model in use with one level changed, as a file of a name of its own. Without `repair` the
 * difference is taken as it stands: the record was right all along.
 */
export function modelFile(model: MatchModel, { field, level, ...change }: LevelChange): string {
  files += 1;
  const fields = structuredClone(model.fields) as Record<string, Record<string, Level>>;
  const levels = fields[field] ?? {};
  levels[level] = { ...(levels[level] as Level), ...change };
  return JSON.stringify({ ...model, version: `fit-${files}`, fields });
}

/** A proposal by file that has run in the shadow. */
export async function replayedFile(centre: Centre, change: LevelChange) {
  const { proposer } = centre;
  const { model } = await getRules.as(proposer);
  const made = await proposeModelFile.as(proposer, { note: NOTE, text: modelFile(model, change) });
  if (!made.ok) throw new Error(`not proposed: ${made.error.code} ${made.error.reason}`);
  await runReplay(centre, made.data.replayId);
  return made.data;
}
