// The search in a thread of its own: it gets the index when it is told to, and answers one question after the other.
import { load } from "./load.js";

let loading;

self.addEventListener("message", async ({ data: { number, from, query, chosen, limit } }) => {
  try {
    loading ??= load(from);
    const { engine, isKept } = await loading;
    const answer = query === undefined ? { files: files() } : engine.search(query, chosen, limit);
    self.postMessage({ number, answer: { ...answer, isKept } });
  } catch (error) {
    loading = undefined;
    self.postMessage({ number, failed: String(error) });
  }
});

// What was fetched for this, so that it can be kept.
function files() {
  return [self.location.href, ...performance.getEntriesByType("resource").map((each) => each.name)];
}
