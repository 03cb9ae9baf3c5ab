// The search in a thread of its own: it opens the index that it is given, and answers one question after the other.
// What engine.js imports stands here too, so that all comes at once.
import "../fold.js";
import "./words.js";
import "./query.js";
import "../vendor/minisearch.js";
import "./candidates.js";
import "./facets.js";
import { open } from "./engine.js";

let engine;

self.addEventListener("message", ({ data: { number, index, query, chosen, limit } }) => {
  try {
    if (index !== undefined) engine = open(JSON.parse(new TextDecoder().decode(index)));
    self.postMessage({ number, answer: index === undefined ? engine.search(query, chosen, limit) : { files: files() } });
  } catch (error) {
    self.postMessage({ number, failed: String(error) });
  }
});

// What was fetched for this, so that it can be kept.
function files() {
  return [self.location.href, ...performance.getEntriesByType("resource").map((each) => each.name)];
}
