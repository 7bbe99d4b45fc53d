// Keeps the pages that the hub marks as such (its front page and stories) for reading offline, network first.
// Nothing is kept longer than HUB.most_seconds, and everything goes as soon as the hub says that its terms changed.
// HUB is written before this file when it is served: version, assets, offline, terms, most_seconds, ask_seconds.
"use strict";
const PAGES = "pages";
const ASSETS = `assets-${HUB.version}`;
// What a page carries that may be kept; filled in when the kept copy is shown.
const MARK = '<p class="offline" role="status" hidden>';
const KEPT = "Hub-Kept";
const MOST_PAGES = 40;

const age = (answer) => (Date.now() - Number(answer.headers.get(KEPT))) / 1000;

const stamped = (body, headers) => {
  const copied = new Headers(headers);
  copied.delete("Content-Encoding");
  copied.delete("Content-Length");
  copied.set(KEPT, String(Date.now()));
  return new Response(body, { headers: copied });
};

async function tidy(pages) {
  const held = await pages.keys();
  const stories = held.filter((one) => one.url !== new URL(HUB.terms, self.location).href);
  const surplus = new Set(stories.slice(0, -MOST_PAGES).map((one) => one.url));
  for (const one of stories) {
    const answer = await pages.match(one);
    if (surplus.has(one.url) || (answer && age(answer) > HUB.most_seconds)) await pages.delete(one);
  }
}

// Asks, at most every so often, whether what the hub may show has changed; if so, no kept page is left.
async function heed(pages) {
  const before = await pages.match(HUB.terms);
  if (before && age(before) < HUB.ask_seconds) return;
  const answer = await fetch(HUB.terms, { cache: "no-store" });
  if (!answer.ok) return;
  const told = await answer.text();
  if (before && (await before.text()) !== told) {
    for (const one of await pages.keys()) await pages.delete(one);
  }
  await pages.put(HUB.terms, stamped(told, answer.headers));
}

async function consider(request, answer) {
  const words = answer.ok && !answer.redirected ? await answer.text() : "";
  const pages = await caches.open(PAGES);
  await heed(pages).catch(() => { /* asked again with the next page */ });
  await pages.delete(request.url);
  if (words.includes(MARK)) await pages.put(request.url, stamped(words, answer.headers));
  await tidy(pages);
}

async function shown(request) {
  const pages = await caches.open(PAGES);
  await tidy(pages);
  const found = await pages.match(request.url);
  if (!found) return (await caches.match(HUB.offline)) ?? Response.error();
  const when = new Date(Number(found.headers.get(KEPT))).toISOString();
  const told = `${when.slice(0, 10)}, ${when.slice(11, 16)} UTC`;
  const words = (await found.text())
    .replace(MARK, MARK.replace(" hidden", ""))
    .replace("<time></time>", `<time datetime="${when}">${told}</time>`);
  return new Response(words, { headers: found.headers });
}

async function page(event) {
  let answer;
  try {
    answer = await fetch(event.request);
  } catch {
    return shown(event.request);
  }
  if ((answer.headers.get("Content-Type") ?? "text/html").startsWith("text/html")) {
    event.waitUntil(consider(event.request, answer.clone()));
  }
  return answer;
}

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll([...HUB.assets, HUB.offline])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const others = caches.keys().then((names) => Promise.all(names.filter((one) => one !== ASSETS).map((one) => caches.delete(one))));
  event.waitUntil(others.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (HUB.assets.includes(pathname)) {
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
  } else if (request.mode === "navigate" && !/^\/(admin|editors)\//.test(pathname)) {
    event.respondWith(page(event));
  }
});
