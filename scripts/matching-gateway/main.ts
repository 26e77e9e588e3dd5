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
      options: { gateway: { type: "string" }, out: { type: "string" } },
      allowPositionals: true,
    });
    const [recordsFile, ...others] = positionals;
    const { gateway: gatewayUrl, out: outFile } = values;
    const isWhole = recordsFile && gatewayUrl && outFile && others.length === 0;
    return isWhole ? { recordsFile, gatewayUrl, outFile } : null;
  } catch {
    return null;
  }
}

const order = readOrder();
if (!order) {
  process.stderr.write(`${text("gateway.usage")}\n`);
  process.exit(WRONG_USE);
}
process.exit(await gatewayCommand({ ...order, model: MODEL_V1 }));
