// Results as elements: text is always text, never markup.
import { element } from "../element.js";

// Return the title of a hit with the words marked that were found.
export function title(hit) {
  return element("span", { class: "mb-hit__title" }, ...hit.pieces.map(([text, marked]) => (marked ? element("mark", {}, text) : text)));
}

// Return what else is to be said of a hit: its kind, what it belongs to, and of a procedure its code and state.
export function about(hit, isNear = false) {
  const words = [isNear && "gần giống", hit.kind, hit.of, hit.code && `mã ${hit.code}`, hit.ended && "không còn hiệu lực", hit.fictional && "minh họa", hit.isAway && "cần mạng để mở"];
  return element("span", { class: "mb-hit__about" }, words.filter(Boolean).join(" · "));
}

// Return how many were found, in words.
export function told({ total, near }, query) {
  if (!query.trim()) return "";
  const found = total ? `${total} kết quả` : `Không tìm thấy “${query.trim()}”`;
  return near.length ? `${found}; gần giống: ${near.length}` : found;
}
