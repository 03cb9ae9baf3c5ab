// Legal terms are explained in place; without this, or in an old browser, their links lead to the page of terms.
import { element } from "./element.js";

if ("popover" in HTMLElement.prototype) document.querySelectorAll('.mb-page a[href*="thuat-ngu/#"]').forEach(explain);

function explain(link) {
  const id = `tn-${decodeURIComponent(link.hash.slice(1))}`;
  const meaning = document.getElementById(id);
  if (!meaning) return;
  const word = element("button", { type: "button", class: "mb-explain", popovertarget: id }, ...link.childNodes);
  link.replaceWith(word);
  // What is explained stays in sight, also at the lower edge of a phone.
  meaning.addEventListener("toggle", ({ newState }) => newState === "open" && word.scrollIntoView({ block: "nearest" }));
}
