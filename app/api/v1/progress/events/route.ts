import { problemOf } from "@/app/api/v1/problem";
import { type LiveFigures, watchProgress } from "@/lib/server/progress/live";

/** A stream ends by itself, and whoever still looks opens it again: with a session that still holds. */
const LONGEST = 120_000;
const HEARTBEAT = 20_000;
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Nobody on the way may gather or compress it.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

const moved = (mark: string) =>
  `event: moved\nid: ${mark}\ndata: ${JSON.stringify({ at: new Date() })}\n\n`;

/** Says at once whether anything has changed since `last`, and then each time that something does. */
function streamOf({ mark, listen }: LiveFigures, last: string, signal: AbortSignal) {
  const text = new TextEncoder();
  let end = () => undefined as undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (words: string) => controller.enqueue(text.encode(words));
      send(`retry: 1000\n\n${last === mark ? "" : moved(mark)}`);
      let known = mark;
      const stop = listen((now) => {
        if (now === known) return;
        known = now;
        send(moved(now));
      });
      const beat = setInterval(() => send(": \n\n"), HEARTBEAT);
      const over = setTimeout(() => end(), LONGEST);
      end = () => {
        end = () => undefined;
        stop();
        clearInterval(beat);
        clearTimeout(over);
        controller.close();
        return undefined;
      };
      signal.addEventListener("abort", () => end(), { once: true });
    },
    cancel: () => end(),
  });
}

/**
 * GET /api/v1/progress/events?unit=<id>&since=<mark>: server-sent events, one ("moved") each time that a
 * figure at or below the unit has changed; nothing while nothing changes. The event's id is the mark to go
 * on from.
 */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams;
  const result = await watchProgress.answer(asked.get("unit") ?? undefined);
  if (!result.ok) return problemOf(result.error);
  if (!result.data) return problemOf({ code: "LIMITED" });
  const last = request.headers.get("last-event-id") ?? asked.get("since") ?? "";
  return new Response(streamOf(result.data, last, request.signal), { headers: HEADERS });
}
