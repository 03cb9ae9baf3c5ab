// Keeps the pages that were opened, and the search once it was used, for when there is no network.
//
// Whatever can change is asked of the network first, each time, past the browser's own store: nobody who has a network
// sees an old page.  What is kept serves when the network fails, when the server does (5xx), or when nothing has come
// for as long as PATIENCE says.  Files whose address holds their version never change and are taken from what is kept.
// Only answers that are whole are kept: no 404, no redirect, nothing from elsewhere.  Where the browser refuses to
// keep anything (no room, a private window), pages come from the network as if this were not here.
//
// A classic script, for browsers whose workers know no modules.  How to be rid of it: assets/js/no-worker.js.
"use strict";

const FORMAT = 1; // of what is kept: another number drops what was kept before
const SCOPE = new URL("./", self.location.href).href;
const OURS = `minhbach ${new URL(SCOPE).pathname} `; // sites of one host below other paths have their own
const PAGES = `${OURS}pages ${FORMAT}`;
const FILES = `${OURS}files ${FORMAT}`;
const OFFLINE = `${SCOPE}ngoai-tuyen/`;
const MOST = { [PAGES]: 60, [FILES]: 150 };
// In ms, for a network that is there but does not answer: long, as slow networks must not be taken for dead ones.
const PATIENCE = { page: 15_000, file: 6_000 };
const INDEX = /\/tim-kiem\/[0-9a-f]{12}\.json$/;
const FIXED = [INDEX, /\/assets\/.+\.[0-9a-f]{8}\.min\.(js|css)$/];
const OTHER_FILES = /\/(tim-kiem|lich)\/[^/]+\.json$/;
const KINDS = ["style", "script", "worker", "image", "font", "manifest"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(prepare().catch(() => {}));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.allSettled([clean(), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(SCOPE) || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (isFixed(url)) event.respondWith(fixed(event, url));
  else if (KINDS.includes(request.destination) || OTHER_FILES.test(url.pathname)) event.respondWith(file(event, url));
});

// Pages say what to keep (``keep``: addresses), or ask what is kept (``list``: the answer goes to the port).
self.addEventListener("message", (event) => {
  const { keep, list } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(Promise.allSettled(keep.map(fetchAndKeep)));
  if (list) event.waitUntil(listed(list === "titles").then((pages) => event.ports[0].postMessage(pages)));
});

function isFixed(url) {
  return url.searchParams.has("v") || FIXED.some((pattern) => pattern.test(url.pathname));
}

// ---- Answers

async function page(event, url) {
  const key = pageKey(url);
  const fresh = fetch(url.href, { cache: "no-cache", redirect: "manual" });
  event.waitUntil(fresh.then((answer) => learnPage(key, answer.clone())).catch(() => {}));
  const answer = await first(fresh, PATIENCE.page, () => keptPage(key));
  if (answer && answer.status < 500) return answer;
  return (await keptPage(key)) ?? answer ?? (await offlinePage()) ?? Response.error();
}

async function file(event, url) {
  const fresh = fetch(event.request, { cache: "no-cache" });
  event.waitUntil(fresh.then((answer) => learnFile(url, answer.clone())).catch(() => {}));
  const answer = await first(fresh, PATIENCE.file, () => keptFile(url));
  return answer?.ok ? answer : ((await keptFile(url)) ?? answer ?? Response.error());
}

async function fixed(event, url) {
  const kept = await found(FILES, url.href);
  if (kept) return kept;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(learnFile(url, answer.clone()).catch(() => {}));
    if (answer.ok) return answer;
    return (await keptFile(url)) ?? answer;
  } catch {
    return (await keptFile(url)) ?? Response.error();
  }
}

// Return the network's answer, or null when it fails; if it takes longer than ``patience``, what is kept, if anything.
function first(fresh, patience, kept) {
  return new Promise((resolve) => {
    const timer = setTimeout(async () => {
      const instead = await kept();
      if (instead) resolve(instead);
    }, patience);
    fresh.catch(() => null).then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

// A page is the same whatever its query asks of the scripts on it.
function pageKey(url) {
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

async function keptPage(key) {
  const kept = await found(PAGES, key);
  if (!kept) return undefined;
  const html = await kept.text();
  const data = html.match(/ data-mb-data="([^"<>]+)"/)?.[1];
  const day = dayOf(kept.headers.get("date"));
  const words = `Bạn đang xem bản lưu${day && ` ngày ${day}`}, vì chưa nối được mạng.${data ? ` Dữ liệu ${data}.` : ""}`;
  return told(html, words, 200);
}

async function offlinePage() {
  const kept = await found(FILES, OFFLINE);
  return kept && told(rooted(await kept.text()), "Chưa nối được mạng, và trang bạn muốn mở chưa được lưu trên máy này.", 503);
}

// The page for lost networks stands for others, so its addresses must hold from everywhere.
function rooted(html) {
  return html.replace(/ (href|src|action|data-table)="\.\.(?:\/|(?="))/g, ` $1="${SCOPE}`);
}

function told(html, words, status) {
  const notice = `<p class="mb-notice mb-notice--kept" data-mb-kept-copy><span class="mb-wrap">${words} <a href="">Tải lại</a></span></p>`;
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(html.replace('<div class="mb-page', (mark) => notice + mark), { status, headers });
}

function dayOf(date) {
  const day = new Date(date ?? NaN);
  return Number.isNaN(day.getTime()) ? "" : `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
}

// Return a kept file; of an older or newer version, or of an older index, where there is no other.
async function keptFile(url) {
  const same = (await found(FILES, url.href)) ?? (await found(FILES, url.href, { ignoreSearch: true }));
  const kept = same ?? (INDEX.test(url.pathname) ? await keptIndex() : undefined);
  if (!kept) return undefined;
  const headers = new Headers(kept.headers);
  headers.set("x-minhbach-kept", "1");
  return new Response(kept.body, { status: kept.status, headers });
}

async function keptIndex() {
  const names = await keysOf(FILES);
  const name = names.reverse().find((each) => INDEX.test(new URL(each).pathname));
  return name && found(FILES, name);
}

// ---- What is kept

async function prepare() {
  const answer = await fetch(OFFLINE, { cache: "no-cache" });
  if (!isWhole(answer)) return;
  const html = await answer.clone().text();
  await put(FILES, OFFLINE, answer);
  const files = [...html.matchAll(/<(?:link|script)[^>]*? (?:href|src)="([^"]+\.(?:css|js|svg)(?:\?[^"]*)?)"/g)];
  await Promise.allSettled(files.map(([, address]) => fetchAndKeep(new URL(address.replace(/&amp;/g, "&"), OFFLINE).href)));
}

async function clean() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== PAGES && name !== FILES).map((name) => caches.delete(name)));
}

// Keep what a page was made of before this worker was there; the browser's own store has it still.
async function fetchAndKeep(address) {
  const url = new URL(address, SCOPE);
  if (!url.href.startsWith(SCOPE)) return;
  if (isFixed(url) && (await found(FILES, url.href))) return;
  const answer = await fetch(url.href, { redirect: "manual" });
  if (isPageAnswer(answer)) await learnPage(pageKey(url), answer);
  else await learnFile(url, answer);
}

async function learnPage(key, answer) {
  if (answer.status === 404 || answer.status === 410) await (await caches.open(PAGES)).delete(key);
  else if (isWhole(answer) && isPageAnswer(answer)) await put(PAGES, key, answer);
}

async function learnFile(url, answer) {
  if (!isWhole(answer) || isPageAnswer(answer)) return;
  await put(FILES, url.href, answer);
  const isOlder = INDEX.test(url.pathname) ? (each) => INDEX.test(each.pathname) : (each) => each.pathname === url.pathname;
  const older = (await keysOf(FILES)).filter((each) => each !== url.href && isOlder(new URL(each)));
  await remove(FILES, older);
}

function isWhole(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected;
}

function isPageAnswer(answer) {
  return (answer.headers.get("content-type") ?? "").startsWith("text/html");
}

// What was put last stands last: when there are too many, or no room, the first go.
async function put(name, key, answer) {
  const spare = answer.clone();
  try {
    await (await caches.open(name)).put(key, answer);
  } catch {
    const pages = await keysOf(PAGES);
    await remove(PAGES, pages.slice(0, Math.ceil(pages.length / 2)));
    await (await caches.open(name)).put(key, spare);
  }
  const keys = await keysOf(name);
  await remove(name, keys.filter((each) => each !== OFFLINE).slice(0, Math.max(0, keys.length - MOST[name])));
}

async function remove(name, keys) {
  const cache = await caches.open(name);
  await Promise.all(keys.map((key) => cache.delete(key)));
}

async function found(name, key, options) {
  try {
    return await (await caches.open(name)).match(key, { ignoreVary: true, ...options });
  } catch {
    return undefined;
  }
}

async function keysOf(name) {
  try {
    return (await (await caches.open(name)).keys()).map((request) => request.url);
  } catch {
    return [];
  }
}

// Return the pages that are kept, the last first; titles take longer.
async function listed(withTitles) {
  const keys = (await keysOf(PAGES)).reverse();
  if (!withTitles) return keys.map((address) => ({ address }));
  return Promise.all(keys.map(async (address) => ({ address, title: titleOf(await (await found(PAGES, address))?.text()) })));
}

// A title as the page has it, its entities still in it: whoever shows it parses it.
function titleOf(html) {
  return html?.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, "").trim() ?? "";
}
