import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { setOfficerDisabled } from "./commands";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

it("writes one line of the change and three of refusals for four commands on one version", async () => {
  const commune = await makeCommune(owner);
  const admin = await makeOfficer(owner, { role: "admin", unit: commune.province });
  const { officerId } = await makeOfficer(owner, { role: "police", unit: commune });
  const input = { officerId, version: 1, disabled: true };
  const results = await Promise.all(
    Array.from({ length: 4 }, () => setOfficerDisabled.as(admin, input)),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const refused = results.flatMap((result) => (result.ok ? [] : result.error));
  expect(refused).toEqual(Array(3).fill({ code: "CONFLICT", reason: "race", params: undefined }));
  const { rows } = await owner.query(
    `select result, entity_id, detail from audit_entry where officer_id = $1 order by result = 'done' desc`,
    [admin.officerId],
  );
  expect(rows).toEqual([
    { result: "done", entity_id: officerId, detail: { disabled: true } },
    ...Array(3).fill({ result: "CONFLICT", entity_id: null, detail: { reason: "race" } }),
  ]);
});
