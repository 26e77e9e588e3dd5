// The comparison with a gateway alone: node scripts/run.cjs matching-gateway/main
//   <records.csv> --gateway <url> --out <result.csv>
import { parseArgs } from "node:util";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { text } from "@/scripts/running/say";
import { gatewayCommand } from "./gateway-command";

const WRONG_USE = 2;

function readOrder() {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(3),
      options: { gateway: { type: "string" }, out: { type: "string" }, rate: { type: "string" } },
      allowPositionals: true,
    });
    const [recordsFile, ...others] = positionals;
    const { gateway: gatewayUrl, out: outFile, rate } = values;
    const perSecond = Number(rate ?? 200);
    const isWhole = recordsFile && gatewayUrl && outFile && others.length === 0 && perSecond > 0;
    return isWhole ? { recordsFile, gatewayUrl, outFile, settings: { perSecond } } : null;
  } catch {
    return null;
  }
}

const order = readOrder();
if (!order) {
  process.stderr.write(`${text("gateway.usage")}\n`);
  process.exit(WRONG_USE);
}
const token = process.env.REGISTRY_GATEWAY_TOKEN || undefined;
process.exit(await gatewayCommand({ ...order, token, model: MODEL_V1 }));
