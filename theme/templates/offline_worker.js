/* Service worker: pages that were opened stay readable without a network.
   The network comes first, always; a kept page is shown only when it fails, and says its date.
   A template, made by plugins/hosting: words and addresses are put in when the site is built. */

const root = new URL(registration.scope).pathname;
const prefix = `annuaire ${root} `; // other sites may share this origin
const PAGES = `${prefix}pages`;
const FILES = `${prefix}files`;
const MOST_PAGES = 60;
const MOST_FILES = 80;
const SHELF = `${root}hors-ligne/`;
const SHARED = {{ [asset("style.css"), asset("late.css"), asset("icons.svg"), asset("favicon.svg"), asset("js/offline.js"), asset("js/kept.js")]|tojson }};

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(prepare());
});

addEventListener("activate", (event) => {
  event.waitUntil(clients.claim());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith(`${root}assets/`)) event.respondWith(file(request));
});

/* js/offline.js tells what the first page used before this worker was there, and its commune's list. */
addEventListener("message", (event) => {
  event.waitUntil(keepThese(event.data));
});

async function keepThese({ pages, files }) {
  if (!(await box(PAGES))) await prepare();
  await Promise.all([...pages.map(fetchOnce), ...files.map((url) => file(new Request(url)))]);
}

/* Nothing else makes the two boxes: a reader who refused removed them, and this worker may still serve the page. */
async function prepare() {
  const [cache] = await Promise.all([PAGES, FILES].map((name) => caches.open(name)));
  const answer = await fetch(SHELF, { cache: "no-cache" });
  if (!answer.ok) throw new Error(SHELF);
  await keep(cache, SHELF, answer);
  await Promise.all(SHARED.map((path) => file(new Request(root + path.slice(1)))));
}

async function box(name) {
  return (await caches.has(name)) ? caches.open(name) : null;
}

async function page(event) {
  const { request } = event;
  const cache = await box(PAGES);
  if (!cache) return fetch(request);
  try {
    const answer = await fetch(request);
    event.waitUntil(remember(cache, request.url, answer.clone()));
    return answer;
  } catch {
    const copy = await cache.match(request, { ignoreSearch: true });
    return copy ? dated(copy) : (await cache.match(SHELF)) || Response.error();
  }
}

async function remember(cache, url, answer) {
  if (answer.status === 404 || answer.status === 410) await cache.delete(url);
  const { search, pathname } = new URL(url);
  const isPage = answer.ok && !answer.redirected && /^text\/html/.test(answer.headers.get("content-type"));
  if (isPage && !search && pathname.startsWith(root)) await keep(cache, url, answer);
}

async function keep(cache, url, answer) {
  const headers = { "content-type": "text/html; charset=utf-8", "x-kept": new Date().toISOString() };
  const policy = answer.headers.get("content-security-policy");
  if (policy) headers["content-security-policy"] = policy;
  await cache.put(url, new Response(await answer.blob(), { headers }));
  await prune(cache, MOST_PAGES);
}

async function fetchOnce(url) {
  const cache = await box(PAGES);
  if (!cache || (await cache.match(url))) return;
  await remember(cache, url, await fetch(url));
}

/* Files of the theme have a hash of their content in their name: the kept one is the right one. */
async function file(request) {
  const cache = await box(FILES);
  if (!cache) return fetch(request);
  const copy = await cache.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    await prune(cache, MOST_FILES);
  }
  return answer;
}

/* The oldest go first, but never the page that lists the others. */
async function prune(cache, most) {
  const kept = (await cache.keys()).filter(({ url }) => !url.endsWith(SHELF));
  await Promise.all(kept.slice(0, -most).map((request) => cache.delete(request)));
}

async function dated(copy) {
  const text = await copy.text();
  const [, language] = text.match(/<html lang="([\w-]+)"/);
  const kept = new Date(copy.headers.get("x-kept"));
  const day = kept.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  const notice = `<div class="notice ask" id="copie">{{ icon("unknown") }}<div><p><strong>{{ _("Pas de réseau : vous lisez une copie du") }} ${day}.</strong></p><p>{{ vocabulary.advice.copy_may_be_old }}</p></div></div>`;
  return new Response(text.replace(/<main[^>]*>/, (main) => main + notice), { headers: copy.headers });
}
