import { strictKey } from "@/lib/domain/matching/gateway/protocol";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { setPortalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { GATEWAY_DEFAULTS, RegistryGateway } from "@/lib/server/matching/gateway/registry-gateway";
import { httpSend } from "@/lib/server/matching/gateway/send-question";
import type { Invented } from "@/prisma/factories/registry-people";
import { KeySet } from "./key-set";
import { NO_FAULTS, type Simulator, startSimulator } from "./server";

const SETTINGS = {
  ...GATEWAY_DEFAULTS,
  purpose: "test",
  concurrency: 1,
  perSecond: 10_000,
  backoff: { baseMs: 1, mostMs: 5 },
  breaker: { failures: 2, openMs: 20 },
  patienceMs: 50,
};

/** A simulated registry that the portal's gateway leads to, on a real port. */
export class PortalRegistry {
  readonly keys = new KeySet();
  #simulator: Simulator | undefined;

  /** Starts it, or starts it again; from now on the portal asks it. */
  async connect(): Promise<Simulator> {
    this.#simulator = await startSimulator(this.keys, { ...NO_FAULTS, port: 0 });
    const send = httpSend({ url: this.#simulator.url, timeoutMs: 2_000 });
    setPortalGateway(new RegistryGateway(SETTINGS, { send }));
    return this.#simulator;
  }

  async close(): Promise<void> {
    await this.#simulator?.close();
  }

  /** It is gone, and so is the portal's gateway. */
  async end(): Promise<void> {
    setPortalGateway(undefined);
    await this.close();
  }

  register({ fullName, birthDate, sex, idNumber }: Invented): void {
    const date = parseBirthDate(birthDate);
    if (!date.ok) throw new Error(date.code);
    const { value, precision } = date.value;
    this.keys.add(strictKey({ fullName, birthDate: value, precision, sex, idNumber }));
  }
}
