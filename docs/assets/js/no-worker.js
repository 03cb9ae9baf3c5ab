// The worker that ends the worker: published in the place of sw.js it takes away, from every browser that comes by, what was
// kept there and itself.  To do so: cp docs/assets/js/no-worker.js docs/sw.js, and drop offline.js from mkdocs.yml.
"use strict";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  const ours = `minhbach ${new URL("./", self.location.href).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
