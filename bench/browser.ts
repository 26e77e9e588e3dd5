import { ownerClient } from "@/prisma/factories/owner";
import { makeSession } from "@/prisma/factories/communes";
import { SLIP } from "@/prisma/factories/tasks";
import { startBrowser, visiting } from "./browsing/browser";
import { loadCold } from "./browsing/loading";
import { makeWork, makeWorkplace } from "./browsing/station";
import { startWeb } from "./serving/web";
import { openVolume } from "./volume/open";
import { say } from "./result";
const volume = await openVolume({ records: 1_000_000, keep: true });
const owner = ownerClient();
await owner.connect();
const station = await makeWorkplace(owner, volume.places);
say("tasks");
const tasks = await makeWork(owner, { station, wishes: Array(12).fill(SLIP) });
say("web");
const web = await startWeb(volume.appUrl);
const browser = await startBrowser();
const health = { origin: web.origin, token: await makeSession(owner, volume.places.health[0]!.officerId) };
const own = { origin: web.origin, token: await makeSession(owner, station.health.officerId) };
for (let i = 0; i < 2; i++) {
for (const [v, p] of [[health, "/tasks"], [own, `/tasks/${tasks[0]!.id}`], [own, "/home"]] as const) {
  const l = await loadCold(browser, v, p);
  console.log(p, l.largest, l.first, l.answered, l.script);
  if (i == 1) for (const [u, b] of l.scripts) console.log("   ", u.replace(web.origin, ""), b);
}}
const ctx = await visiting(browser, health);
const page = await ctx.newPage();
await page.goto("/tasks"); await page.screenshot({ path: "/tmp/figures-list.png", fullPage: false });
await ctx.addCookies([{ name: "next-auth.session-token", value: own.token, url: web.origin }]);
await page.goto(`/tasks/${tasks[0]!.id}`); await page.waitForLoadState("networkidle"); await page.screenshot({ path: "/tmp/figures-task.png", fullPage: true });
await browser.close();
await web.stop();
await owner.end();
await volume.stop();
process.exit(0);
