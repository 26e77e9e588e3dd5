import "server-only";
import type { RegistryComparer } from "../comparer";
import { askRecords } from "./ask-records";
import type { RegistryGateway } from "./registry-gateway";

/**
 * Compares by asking the registry's gateway. Nobody is proposed and nothing is known of where people
 * live. @throws GatewayError when the gateway answers nobody
 */
export function gatewayComparer(gateway: Pick<RegistryGateway, "ask">): RegistryComparer {
  return {
    async compare(context, records) {
      const asked = await askRecords({ ...context, gateway }, records);
      return asked.map(({ record, decision }) => ({ record, decision, residence: null }));
    },
  };
}
