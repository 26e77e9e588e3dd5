import type { Draft, SavedDraft } from "@/lib/domain/tasks/draft";

const LOCAL_MS = 250;
const SERVER_MS = 1500;

/** Where drafts are kept: this browser and the server. */
export interface DraftStore {
  keepLocally(draft: SavedDraft): Promise<void>;
  /** Whether it arrived. */
  keepOnServer(draft: SavedDraft, keepalive: boolean): Promise<boolean>;
  dropLocally(): Promise<void>;
  dropOnServer(): Promise<void>;
}

/** When and where the present content was kept (ISO). */
export interface Kept {
  at: string;
  onServer: boolean;
}

/**
 * Keeps what is chosen and typed on one task: in this browser a moment after each change, on the server a
 * little later and whenever the page is left. While the task is being sent nothing goes to the server; should
 * the sending fail, it does.
 */
export class DraftKeeper {
  #waiting: SavedDraft | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #state: "open" | "sending" | "over" = "open";

  constructor(
    private readonly task: { taskId: string; version: number },
    private readonly store: DraftStore,
    private readonly onKept: (kept: Kept) => void,
  ) {}

  change(content: Draft): void {
    this.#state = "open";
    this.#stop();
    const draft = { ...this.task, savedAt: new Date().toISOString(), content };
    this.#waiting = draft;
    this.#timers = [
      setTimeout(() => void this.#local(draft), LOCAL_MS),
      setTimeout(() => void this.flush(), SERVER_MS),
    ];
  }

  /** What has not reached the server, to it; `keepalive`: although the page goes. */
  async flush(keepalive = false): Promise<void> {
    const draft = this.#waiting;
    if (!draft || this.#state !== "open") return;
    if (keepalive) void this.#local(draft);
    const onServer = await this.store.keepOnServer(draft, keepalive);
    if (onServer && this.#waiting === draft) {
      this.#waiting = null;
      // What lies in this browser is what the server does not have.
      await this.store.dropLocally().catch(() => undefined);
    }
    this.onKept({ at: draft.savedAt, onServer });
  }

  /** About to be sent: kept in this browser at once. */
  async send(): Promise<void> {
    this.#stop();
    this.#state = "sending";
    if (this.#waiting) await this.#local(this.#waiting);
  }

  /** The sending was refused, or nobody answered. */
  async fail(): Promise<void> {
    this.#state = "open";
    await this.flush(true);
  }

  /** It was sent: nothing is left to keep. */
  settle(): void {
    this.#end();
    this.store.dropLocally().catch(() => undefined);
  }

  /** Its officer throws it away. */
  async drop(): Promise<void> {
    this.#end();
    await Promise.all([this.store.dropLocally().catch(() => undefined), this.store.dropOnServer()]);
  }

  async #local(draft: SavedDraft): Promise<void> {
    await this.store.keepLocally(draft).catch(() => undefined);
  }

  #end(): void {
    this.#stop();
    this.#waiting = null;
    this.#state = "over";
  }

  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
