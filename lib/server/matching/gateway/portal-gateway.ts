import "server-only";
import { env } from "@/lib/server/core/env";
import { GATEWAY_DEFAULTS, RegistryGateway } from "./registry-gateway";
import { httpSend } from "./send-question";

/** A run that finds the gateway down steps aside soon and is taken up again later. */
const PATIENCE_MS = 5_000;

let made: RegistryGateway | null | undefined;

/** The gateway of this process; null where the portal works with a snapshot of the registry. */
export function portalGateway(): RegistryGateway | null {
  made ??= makeGateway();
  return made;
}

/** For tests: the next use reads the environment's gateway anew, or is this one. */
export function setPortalGateway(gateway?: RegistryGateway | null): void {
  made = gateway;
}

const SLICE_SECONDS = 10;
const MOST_RECORDS = 500;

/** Records of a slice with the gateway: asked within seconds, so that a run shows signs of life. */
export function gatewaySlice(): number {
  const records = Math.round(env().REGISTRY_GATEWAY_RATE * SLICE_SECONDS);
  return Math.min(MOST_RECORDS, Math.max(1, records));
}

function makeGateway(): RegistryGateway | null {
  const settings = env();
  const url = settings.REGISTRY_GATEWAY_URL;
  if (!url) return null;
  const send = httpSend({
    url,
    token: settings.REGISTRY_GATEWAY_TOKEN,
    timeoutMs: settings.REGISTRY_GATEWAY_TIMEOUT_MS,
  });
  return new RegistryGateway(
    {
      ...GATEWAY_DEFAULTS,
      concurrency: settings.REGISTRY_GATEWAY_CONCURRENCY,
      perSecond: settings.REGISTRY_GATEWAY_RATE,
      patienceMs: PATIENCE_MS,
    },
    { send },
  );
}
