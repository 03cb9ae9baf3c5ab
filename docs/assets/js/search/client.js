// Ask the search from a page: in a worker, or right here in browsers whose workers know no modules.
import { keep, keptPages } from "../offline.js";

const from = new URL("../../../tim-kiem/", import.meta.url).href;
const waiting = new Map();
let number = 0;
let asker;

// Begin to bring the index; answers come sooner then.
export function wake() {
  asker ??= started();
  return asker;
}

// Return the answer to a query; ``chosen`` are facets, null if none are shown; ``limit`` how many hits are wanted.
export async function ask(query, chosen, limit) {
  const answer = await (await wake())({ from, query, chosen, limit });
  if (answer.isKept || !navigator.onLine) await tellAway([...answer.hits, ...answer.near]);
  return answer;
}

// Without a network only pages can be opened that were kept: tell it of the others.
async function tellAway(hits) {
  const kept = new Set((await keptPages()).map(({ address }) => address));
  for (const hit of hits) hit.isAway = !kept.has(new URL(`../${hit.to}`, from).href);
}

async function started() {
  try {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    const asking = askingOf(worker);
    const isUnseen = navigator.serviceWorker && !navigator.serviceWorker.controller;
    const { files } = await asking({ from });
    if (isUnseen) keep(files).catch(() => {});
    return asking;
  } catch {
    const { load } = await import("./load.js");
    const { engine, isKept } = await load(from).catch((error) => {
      asker = undefined; // the network may come back
      throw error;
    });
    return ({ query, chosen, limit }) => ({ ...engine.search(query, chosen, limit), isKept });
  }
}

function askingOf(worker) {
  const fail = (reason) => {
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  worker.addEventListener("error", () => fail("worker"));
  worker.addEventListener("message", ({ data }) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.failed) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.answer);
  });
  return (message) =>
    new Promise((resolve, reject) => {
      waiting.set(++number, { resolve, reject });
      worker.postMessage({ number, ...message });
    });
}
