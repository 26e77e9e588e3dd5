import { openVolume, type Volume } from "../volume/open";
import { fillNation, type NationPlaces } from "./fill";

/** A database with records in every commune of the country. */
export function openNation(of: { records: number; keep: boolean }): Promise<Volume<NationPlaces>> {
  return openVolume(of, {
    name: "nation",
    sources: ["rows.ts", "fill.ts"].map((file) => `bench/counting/${file}`),
    bytesEach: 2000,
    fill: fillNation,
  });
}
