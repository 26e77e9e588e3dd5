import "server-only";
import { z } from "zod";
import { changeModel, isSameModel } from "@/lib/domain/matching/model-change";
import {
  HARMLESSNESS,
  MOST_BITS,
  type ReadModel,
  readModel,
  readModelText,
} from "@/lib/domain/matching/model-schema";
import { IDENTITY_FIELDS, type MatchModel } from "@/lib/domain/matching/vocabulary";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { requireCentre } from "./centre";
import { nextVersion, queueReplay, storeProposal, takeTurns } from "./model-writes";
import { currentModel, getModel } from "./models";

/** Characters of a model file. */
const MOST_TEXT = 3_500_000;

const note = z.string().trim().min(3, "commentNeeded").max(1000);
const bits = z.number().min(-MOST_BITS, "weightRange").max(MOST_BITS, "weightRange");
const share = z.number().min(0, "shareRange").max(1, "shareRange");

const LevelInput = z.object({
  field: z.enum(IDENTITY_FIELDS),
  level: z.string().max(60),
  weight: bits,
  harmless: z.enum(HARMLESSNESS),
});

function usable(read: ReadModel): MatchModel {
  if (!read.ok) throw new AppError("RULE", read.problem.code, read.problem.params);
  return read.model;
}

function refuseSame(current: MatchModel, model: MatchModel): void {
  if (isSameModel(current, model)) throw new AppError("RULE", "modelUnchanged");
}

/** Proposes the model in use with other weights, harmlessness or thresholds. */
export const proposeModel = command({
  name: "model.propose",
  permission: "model:propose",
  input: z.object({
    /** the version that the form was filled from: its levels are said over that one's */
    base: z.string().max(40),
    note,
    acceptScore: share,
    acceptMargin: share,
    levels: z.array(LevelInput).max(500),
  }),
  async run(ctx, input) {
    requireCentre(ctx.actor);
    await takeTurns(ctx.sql);
    const current = await currentModel(ctx.sql);
    if (current.version !== input.base) throw new AppError("CONFLICT", "modelMoved");
    const changed = changeModel(current, input, await nextVersion(ctx.sql));
    refuseSame(current, changed);
    const model = usable(readModel(changed));
    const data = await storeProposal(ctx, { model, parent: current.version, note: input.note });
    return { data, audit: { entity: "model", entityId: data.version } };
  },
});

/** Proposes a model from a file, such as one that was estimated elsewhere. */
export const proposeModelFile = command({
  name: "model.proposeFile",
  permission: "model:propose",
  input: z.object({ note, text: z.string().max(MOST_TEXT, "modelFileTooBig") }),
  async run(ctx, input) {
    requireCentre(ctx.actor);
    await takeTurns(ctx.sql);
    const model = usable(readModelText(input.text));
    const current = await currentModel(ctx.sql);
    refuseSame(current, model);
    const data = await storeProposal(ctx, { model, parent: current.version, note: input.note });
    return { data, audit: { entity: "model", entityId: data.version } };
  },
});

/** Runs a version in the shadow again: an older one, or after the version in use has changed. */
export const replayModel = command({
  name: "model.replay",
  permission: "model:propose",
  input: z.object({ version: z.string().max(40) }),
  async run(ctx, { version }) {
    requireCentre(ctx.actor);
    await takeTurns(ctx.sql);
    await getModel(ctx.sql, version);
    const replayId = await queueReplay(ctx, version);
    return { data: { replayId }, audit: { entity: "model", entityId: version } };
  },
});
