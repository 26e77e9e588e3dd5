import { makeCommune, makeOfficer, makeSession } from "@/prisma/factories/communes";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { signIn } from "./support/sign-in";

const TASKS = `
  select t.id, c.person_id as "personId" from task t join record r on r.id = t.record_id
  join match_candidate c on c.result_id = r.match_result_id and c.rank = 1 where t.unit_id = $1`;

test("a program works through tasks over HTTP as an officer does on the pages", async ({
  playwright,
  baseURL,
  browser,
  owner,
}) => {
  test.setTimeout(120_000);
  const commune = await makeCommune(owner);
  const health = await makeOfficer(owner, { role: "health", unit: commune });
  const unit = commune.province;
  const coordinator = await makeOfficer(owner, { role: "coordinator", unit });
  const people = [inventPerson(), inventPerson()];
  for (const person of people) await makePerson(owner, person);
  const lines = people.map(({ sex: _, ...person }) =>
    listLine(commune, {
      ...person,
      sourceId: `P-${person.idNumber}`,
      fullName: "Nguyễn Thị Hoàn",
    }),
  );
  await importList(await signIn(browser, coordinator), lines);
  const { rows } = await owner.query<{ id: string; personId: string }>(TASKS, [commune.id]);
  const [first, second] = rows;
  if (!first || !second) throw new Error("no tasks");
  const token = await makeSession(owner, health.officerId);
  const request = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { cookie: `next-auth.session-token=${token}` },
  });
  const submit = (id: string, headers: Record<string, string>, data: object) =>
    request.post(`/api/v1/tasks/${id}/submit`, { headers, data });
  const choices = { fullName: { choice: "registry" } };

  const claimed = await request.post("/api/v1/tasks/next");
  expect(claimed.status()).toBe(200);
  const { taskId, version } = await claimed.json();
  const task = [first, second].find((one) => one.id === taskId);
  const data = { personId: task?.personId, choices, next: true };

  const without = await submit(taskId, {}, data);
  expect(without.status()).toBe(428);
  expect(without.headers()["content-type"]).toBe("application/problem+json");
  const stale = await submit(taskId, { "if-match": `"${version + 1}"` }, data);
  expect(stale.status()).toBe(412);
  expect(await stale.json()).toMatchObject({ status: 412, code: "CONFLICT", reason: "changed" });
  const broken = await request.post(`/api/v1/tasks/${taskId}/submit`, {
    headers: { "if-match": `"${version}"`, "content-type": "application/json" },
    data: "{",
  });
  expect(broken.status()).toBe(400);

  const headers = { "if-match": `"${version}"`, "idempotency-key": "only-once-1" };
  const sent = await submit(taskId, headers, data);
  expect(sent.status()).toBe(200);
  const answer = await sent.json();
  expect(answer).toMatchObject({ taskId, state: "publishing", version: version + 2 });
  expect(sent.headers().etag).toBe(`"${answer.version}"`);
  expect(answer.next.taskId).toBe(task === first ? second.id : first.id);
  expect(await (await submit(taskId, headers, data)).json()).toEqual(answer);

  const unknown = await request.post(`/api/v1/tasks/${taskId}/fly`, { headers });
  expect(unknown.status()).toBe(404);
  const open = `/api/v1/tasks/${answer.next.taskId}`;
  for (const site of ["cross-site", "same-site"]) {
    const forged = await request.post(`${open}/release`, { headers: { "sec-fetch-site": site } });
    expect(forged.status(), site).toBe(403);
  }
  const early = { until: "2020-01-01T00:00:00.000Z" };
  for (const body of [early, { until: answer.next.until }]) {
    const released = await request.post(`${open}/release`, { data: body });
    expect(released.status()).toBe(200);
    const held = await owner.query("select lease_by_id from task where id = $1", [
      answer.next.taskId,
    ]);
    expect(held.rows[0].lease_by_id).toBe(body === early ? health.officerId : null);
  }
  const stranger = await playwright.request.newContext({ baseURL });
  const refused = await stranger.post("/api/v1/tasks/next");
  expect(refused.status()).toBe(401);
  await Promise.all([request.dispose(), stranger.dispose()]);
});

test("a dashboard reads the figures of its own area, as JSON and as a table", async ({
  playwright,
  baseURL,
  owner,
}) => {
  const commune = await makeCommune(owner);
  const leader = await makeOfficer(owner, { role: "leader", unit: commune.province });
  const token = await makeSession(owner, leader.officerId);
  const request = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { cookie: `next-auth.session-token=${token}` },
  });
  const answer = await request.get("/api/v1/progress");
  expect(answer.status()).toBe(200);
  const { unit, figures, children } = await answer.json();
  expect(unit).toEqual({ id: commune.province.id, name: commune.province.name, level: "province" });
  expect(figures).toMatchObject({ total: 0, open: 0 });
  expect(children).toMatchObject([{ id: commune.id, level: "commune" }]);

  const table = await request.get("/api/v1/progress?format=csv");
  expect(table.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect((await table.text()).split("\r\n")[0]).toContain("unit,name,level,line,at,total");
  const { id: elsewhere } = await makeCommune(owner);
  const refused = await request.get(`/api/v1/progress?unit=${elsewhere}`);
  expect(refused.status()).toBe(404);
  expect(await refused.json()).toMatchObject({ code: "NOT_FOUND" });
  await request.dispose();
});

test("the description names every step with its parameters, and holds together", async ({
  request,
}) => {
  const answer = await request.get("/api/v1/openapi.json");
  const api = await answer.json();
  expect(api.openapi).toBe("3.1.0");
  const submit = api.paths["/api/v1/tasks/{id}/submit"].post;
  expect(submit.requestBody.content["application/json"].schema.properties).toHaveProperty(
    "choices",
  );
  expect(api.paths["/api/v1/tasks"].get.parameters).toContainEqual(
    expect.objectContaining({ name: "mainClass", in: "query" }),
  );
  const text = JSON.stringify(api);
  for (const [, name = ""] of text.matchAll(/"#\/components\/([^"]+)"/g)) {
    const found = name.split("/").reduce((at, part) => at?.[part], api.components);
    expect(found, name).toBeDefined();
  }
});
