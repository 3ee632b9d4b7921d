// The agent app opens without the console: its page comes from the network and, when there is none, from here. Only the
// page and what it is built from are kept; nothing that the gateway says is.

const cacheName = "rollcall-agent";
const page = "/agent";
const patienceMs = 5000;

const isPage = (request, url) => request.mode === "navigate" && url.pathname === page;
// Their names change with their content.
const isPart = (url) => url.pathname.startsWith("/_next/static/");

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", ({ data }) => {
  if (data?.type === "parts") void keepParts(data.urls);
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isPage(event.request, url)) event.respondWith(openPage(event));
  else if (isPart(url)) event.respondWith(openPart(event.request));
});

async function install() {
  await keepPage(await fetch(page));
  await self.skipWaiting();
}

async function openPage(event) {
  const fresh = fetch(event.request).then(keepPage);
  event.waitUntil(fresh.catch(() => {}));
  const kept = await (await caches.open(cacheName)).match(page);
  if (!kept) return fresh;
  const response = await Promise.race([fresh.catch(() => undefined), after(patienceMs)]);
  // The console may be away while the gateway is there: the app needs no more than that.
  return response && response.status < 500 ? response : kept;
}

async function openPart(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function keepPage(response) {
  if (response.ok && !response.redirected) await (await caches.open(cacheName)).put(page, response.clone());
  return response;
}

/** Keeps what the open page is built from, of which some came before this worker, and nothing of an older one. */
async function keepParts(urls) {
  const cache = await caches.open(cacheName);
  const kept = (await cache.keys()).map((request) => request.url);
  const parts = urls.filter((url) => isPart(new URL(url)));
  await Promise.all(
    kept.filter((url) => isPart(new URL(url)) && !parts.includes(url)).map((url) => cache.delete(url)),
  );
  await Promise.allSettled(parts.filter((url) => !kept.includes(url)).map((url) => cache.add(url)));
}

const after = (ms) => new Promise((resume) => setTimeout(resume, ms));
