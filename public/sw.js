/*
 * Keeps two pages that open without a connection, and what they are made of. Neither holds anything about
 * a person: what an officer carries along lies in the vault (components/offline), sealed. No answer of
 * the interface and no other page is ever kept.
 */
const STORE = "portal-offline-1";
const FIELD = "/field";
const OFFLINE = "/offline";
const PAGES = [FIELD, OFFLINE];
/** On a bad line the kept page is better than a long wait. */
const PATIENCE_MS = 4_000;
const FRESH_MS = 6 * 3_600_000;

/** Scripts, styles and fonts have their contents' hash in their names, so that they never change. */
function partsIn(text) {
  const names = text.matchAll(/(?:\/_next\/)?static\/[\w./~-]+\.(?:js|css|woff2?)/g);
  return [...new Set([...names].map(([name]) => (name.startsWith("/") ? name : `/_next/${name}`)))];
}

async function keepParts(store, urls) {
  const kept = [];
  for (const url of urls) {
    const known = await store.match(url);
    const answer = known ?? (await fetch(url));
    if (!answer.ok) continue;
    if (!known) await store.put(url, answer.clone());
    kept.push(url);
    if (url.endsWith(".css"))
      kept.push(...(await keepParts(store, fontsIn(await answer.text(), url))));
  }
  return kept;
}

function fontsIn(css, base) {
  const names = css.matchAll(/url\(["']?([^"')]+\.woff2?)["']?\)/g);
  return [...names].map(([, name]) => new URL(name, new URL(base, self.location.origin)).pathname);
}

const isPage = (answer, page) =>
  answer.ok && !answer.redirected && new URL(answer.url).pathname === page;

/** The page is put last: what is kept can always be shown whole. */
async function keepPage(page, answer) {
  const store = await caches.open(STORE);
  const parts = await keepParts(store, partsIn(await answer.clone().text()));
  await store.put(page, answer);
  return parts;
}

async function refreshPage(page) {
  const answer = await fetch(page, { headers: { accept: "text/html" } });
  if (isPage(answer, page)) await keepPage(page, answer);
}

/** Parts that no kept page names any more. */
async function dropOld() {
  const store = await caches.open(STORE);
  const used = new Set(PAGES);
  for (const page of PAGES) {
    const kept = await store.match(page);
    if (!kept) continue;
    for (const part of await keepParts(store, partsIn(await kept.text()))) used.add(part);
  }
  for (const { url } of await store.keys()) {
    if (!used.has(new URL(url).pathname)) await store.delete(url);
  }
}

async function refreshAll() {
  for (const page of PAGES) await refreshPage(page).catch(() => undefined);
  await dropOld().catch(() => undefined);
}

async function isStale(page) {
  const kept = await (await caches.open(STORE)).match(page);
  const at = Date.parse(kept?.headers.get("date") ?? "");
  return !(Date.now() - at < FRESH_MS);
}

// What a page sends in its last moment would be lost on its way through a worker, which goes with it: requests
// of the interface for programs pass by, where the browser knows how to say so.
const PASSING = { condition: { urlPattern: { pathname: "/api/*" } }, source: "network" };

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([refreshAll(), event.addRoutes?.(PASSING)]));
});

self.addEventListener("activate", (event) => {
  const old = caches
    .keys()
    .then((names) =>
      Promise.all(names.filter((one) => one !== STORE).map((one) => caches.delete(one))),
    );
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "takeOver") self.skipWaiting();
  if (event.data === "refresh") {
    event.waitUntil(isStale(FIELD).then((stale) => (stale ? refreshAll() : undefined)));
  }
});

function inTime(promise) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), PATIENCE_MS);
    promise.then(resolve, reject);
  });
}

/** From the portal where it answers, and kept anew; else as it was kept. */
async function openPage(event, page) {
  const kept = await (await caches.open(STORE)).match(page);
  const asked = fetch(event.request);
  try {
    const answer = await (kept ? inTime(asked) : asked);
    if (isPage(answer, page))
      event.waitUntil(keepPage(page, answer.clone()).catch(() => undefined));
    return answer;
  } catch {
    return kept ?? elsewhere(event.request.url);
  }
}

/** The way back is named by its address only. */
function elsewhere(url) {
  const { pathname, search } = new URL(url);
  if (pathname === OFFLINE) return Response.error();
  return Response.redirect(`${OFFLINE}?from=${encodeURIComponent(pathname + search)}`);
}

async function openPart(request, path) {
  const kept = await (await caches.open(STORE)).match(path);
  return kept ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    const page = PAGES.find((one) => one === url.pathname);
    if (page) event.respondWith(openPage(event, page));
    else if (!url.pathname.startsWith("/api/")) {
      event.respondWith(fetch(request).catch(() => elsewhere(request.url)));
    }
    return;
  }
  if (/^\/(_next\/static|fonts)\//.test(url.pathname)) {
    event.respondWith(openPart(request, url.pathname));
  }
});
