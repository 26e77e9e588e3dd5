// A worker thread of the engine on files: reads people, then matches records.
import { parentPort, workerData } from "node:worker_threads";
import { PersonReader } from "@/lib/domain/matching/bulk/person-chunk";
import { RecordMatcher } from "@/lib/domain/matching/bulk/record-matcher";
import { Sentences } from "@/lib/domain/matching/bulk/result-line";
import { WordTable } from "@/lib/domain/matching/bulk/word-table";
import type { Answer, Order, ThreadData } from "./messages";
import { wordPart } from "./word-part";

const data = workerData as ThreadData;
const words = new WordTable(data.model.names);
const sentences = new Sentences(wordPart);
const reader = new PersonReader(data.people, { model: data.model, words });
let matcher: RecordMatcher | undefined;

const encoder = new TextEncoder();

function answer(order: Order): { answer: Answer; moved: ArrayBufferLike[] } {
  switch (order.kind) {
    case "people": {
      const { bytes, from } = order.piece;
      const chunk = reader.read(bytes, from, bytes.length);
      const { table, entries } = chunk;
      const moved = [table.buffer, entries.pairs.buffer, entries.offsets.buffer];
      return { answer: { kind: "people", chunk }, moved };
    }
    case "meet": {
      matcher = new RecordMatcher({
        ...data,
        people: order.people,
        layout: data.records,
        words,
        sentences,
      });
      return { answer: { kind: "meet" }, moved: [] };
    }
    case "records": {
      if (!matcher) throw new Error("records before people");
      const { bytes, from } = order.piece;
      const { lines: text, ...matched } = matcher.match(bytes, from, bytes.length);
      const lines = encoder.encode(text);
      return { answer: { kind: "records", lines, ...matched }, moved: [lines.buffer] };
    }
  }
}

parentPort?.on("message", (order: Order) => {
  const { answer: made, moved } = answer(order);
  parentPort?.postMessage(made, moved as ArrayBuffer[]);
});
