// Ask the search from a page: in a worker, or right here in browsers whose workers know no modules.
import { keep, keptPages } from "../offline.js";
import { load } from "./load.js";

const from = new URL("../../../tim-kiem/", import.meta.url).href;
const waiting = new Map();
let number = 0;
let asker;

// Begin to bring the index; answers come sooner then.
export function wake() {
  asker ??= started().catch((error) => {
    asker = undefined; // the network may come back
    throw error;
  });
  return asker;
}

// Return the answer to a query; ``chosen`` are facets, null if none are shown; ``limit`` how many hits are wanted.
export async function ask(query, chosen, limit) {
  const { asking, isKept } = await wake();
  const answer = await asking({ query, chosen, limit });
  if (isKept || !navigator.onLine) await tellAway([...answer.hits, ...answer.near]);
  return answer;
}

// Without a network only pages can be opened that were kept: tell it of the others.
async function tellAway(hits) {
  const kept = new Set((await keptPages()).map(({ address }) => address));
  for (const hit of hits) hit.isAway = !kept.has(new URL(`../${hit.to}`, from).href);
}

// The index comes while the worker starts.
async function started() {
  const isUnseen = navigator.serviceWorker && !navigator.serviceWorker.controller;
  const loading = load(from);
  loading.catch(() => {}); // told below
  let made;
  try {
    made = askingOf(new Worker(new URL("./worker.js", import.meta.url), { type: "module" }));
  } catch {
    return here(await loading);
  }
  const { index, isKept } = await loading;
  try {
    const { files } = await made({ index });
    if (isUnseen) keep([...files, ...fetchedHere()]).catch(() => {});
    return { asking: made, isKept };
  } catch {
    return here({ index, isKept });
  }
}

function fetchedHere() {
  return performance.getEntriesByType("resource").map((each) => each.name);
}

// Without a worker: on the page itself.
async function here({ index, isKept }) {
  const { open } = await import("./engine.js");
  const engine = open(JSON.parse(new TextDecoder().decode(index)));
  return { asking: async ({ query, chosen, limit }) => engine.search(query, chosen, limit), isKept };
}

function askingOf(worker) {
  let broken;
  const fail = () => {
    broken = new Error("worker");
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  worker.addEventListener("error", fail);
  worker.addEventListener("message", ({ data }) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.failed) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.answer);
  });
  return (message) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      waiting.set(++number, { resolve, reject });
      worker.postMessage({ number, ...message });
    });
}
