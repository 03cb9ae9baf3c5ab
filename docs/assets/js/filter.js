// Filter the lists of a catalogue page while typing.  Without this, the lists stand whole.
import { fold } from "./fold.js";

const form = document.querySelector("[data-mb-filter]");
if (form) start(form);

function start(form) {
  const items = [...document.querySelectorAll(".mb-content li")].map((item) => ({ item, text: fold(item.textContent) }));
  const groups = [...document.querySelectorAll(".mb-content > ul")];
  const input = form.elements.q;
  const apply = () => show(items, groups, words(input.value), form.querySelector("output"));
  input.value ||= new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (input.value) apply();
}

function words(query) {
  return fold(query).split(/\s+/).filter(Boolean);
}

function show(items, groups, wanted, output) {
  let found = 0;
  for (const { item, text } of items) {
    item.hidden = !wanted.every((word) => text.includes(word));
    found += item.hidden ? 0 : 1;
  }
  for (const group of groups) hideEmpty(group, wanted.length > 0);
  output.textContent = wanted.length ? `${found} mục` : "";
}

// Hide a list without a match together with its heading and the line below it.
function hideEmpty(list, filtering) {
  const empty = filtering && [...list.children].every((item) => item.hidden);
  list.hidden = empty;
  const heading = list.previousElementSibling;
  if (heading?.matches("h2")) heading.hidden = empty;
  const after = list.nextElementSibling;
  if (after?.matches("p")) after.hidden = filtering;
}
