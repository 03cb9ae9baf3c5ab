// Once the page stands, have a worker keep what was opened for when there is no network (sw.js); tell what it has kept.
import { element } from "./element.js";

const LONGEST_MS = 2000; // a worker that does not answer has kept nothing
const worker = navigator.serviceWorker;
const place = document.querySelector("[data-mb-kept]");
if (worker) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
  if (place) list(place);
}

async function start() {
  try {
    const isFirst = !worker.controller;
    await worker.register(new URL("../../sw.js", import.meta.url));
    if (isFirst) await keep([location.href, ...performance.getEntriesByType("resource").map((each) => each.name)]);
  } catch {
    // nothing can be kept here, and nothing is lost
  }
}

// Have files kept that were fetched before the worker was there.
export async function keep(addresses) {
  const { active } = await worker.ready;
  active.postMessage({ keep: addresses });
}

// Return the pages that are kept, with their addresses, the last first; if asked for with their titles.
export function keptPages(withTitles = false) {
  if (!worker?.controller) return Promise.resolve([]);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve([]), LONGEST_MS);
    worker.controller.postMessage({ list: withTitles ? "titles" : "addresses" }, [port2]);
  });
}

// Show the pages that are kept, on the page about reading without a network.
async function list(place) {
  const pages = (await keptPages(true)).filter(({ title }) => title);
  if (!pages.length) return;
  const items = pages.map(({ address, title }) => element("li", {}, element("a", { href: address }, textOf(title))));
  place.replaceChildren(element("ul", {}, ...items));
}

// The text of a title as it stands in the page's markup.
function textOf(markup) {
  return new DOMParser().parseFromString(markup, "text/html").body.textContent;
}
