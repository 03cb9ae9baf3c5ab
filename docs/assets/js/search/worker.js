// The search in a thread of its own: it gets the index when it is told to, and answers one question after the other.
import { load } from "./load.js";

let engine;

self.addEventListener("message", async ({ data: { number, from, query, chosen, limit } }) => {
  try {
    engine ??= load(from);
    const found = await engine;
    self.postMessage({ number, answer: query === undefined ? null : found.search(query, chosen, limit) });
  } catch (error) {
    engine = undefined;
    self.postMessage({ number, failed: String(error) });
  }
});
