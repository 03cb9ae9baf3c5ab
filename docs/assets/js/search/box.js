// The search box: results while typing, in a list that arrow keys walk through.  Without this it is a plain form.
import { ask, wake } from "./client.js";
import { element } from "../element.js";
import { about, title, told } from "./draw.js";

const SHOWN = 7;

for (const form of document.querySelectorAll("[data-mb-search]")) start(form);
document.addEventListener("keydown", focusOnSlash);

function start(form) {
  const input = form.elements.q;
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const all = form.querySelector("[data-mb-all]");
  const box = { form, input, list, status, all, root: form.action, turn: 0 };
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  close(box);
  for (const sign of ["pointerdown", "focus"]) input.addEventListener(sign, () => wake().catch(() => {}), { once: true });
  input.addEventListener("input", () => show(box));
  input.addEventListener("keydown", (event) => walk(box, event));
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close(box));
}

async function show(box) {
  const turn = ++box.turn;
  const query = box.input.value;
  if (!query.trim()) return close(box);
  let answer;
  try {
    answer = await ask(query, null, SHOWN);
  } catch {
    if (turn === box.turn) offline(box);
    return;
  }
  if (turn === box.turn) fill(box, answer, query);
}

function fill(box, answer, query) {
  const options = [...answer.hits.map((hit) => [hit, false]), ...answer.near.map((hit) => [hit, true])].map(([hit, isNear], place) => option(box, hit, isNear, place));
  box.list.replaceChildren(...options);
  box.list.hidden = !options.length;
  box.input.setAttribute("aria-expanded", String(options.length > 0));
  box.input.removeAttribute("aria-activedescendant");
  box.status.textContent = told(answer, query);
  box.all.href = `${box.root}?${new URLSearchParams({ q: query })}`;
  box.form.toggleAttribute("data-mb-open", true);
}

function option(box, hit, isNear, place) {
  const href = new URL(`../${hit.to}`, box.root).href;
  const attributes = { role: "option", id: `${box.list.id}-${place}`, href, tabindex: "-1", "aria-selected": "false" };
  return element("a", attributes, title(hit), about(hit, isNear));
}

function offline(box) {
  close(box);
  box.status.textContent = "Chưa tải được phần tìm kiếm. Nhấn Enter để mở trang tìm kiếm.";
}

function close(box) {
  box.turn++;
  box.list.hidden = true;
  box.list.replaceChildren();
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
  box.status.textContent = "";
  box.form.toggleAttribute("data-mb-open", false);
}

function walk(box, event) {
  const options = [...box.list.children];
  const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "Escape" && box.form.hasAttribute("data-mb-open")) {
    event.preventDefault();
    close(box);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!options.length) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    choose(box, options, now < 0 && step < 0 ? options.length - 1 : (now + step + options.length) % options.length);
  } else if (event.key === "Enter" && now >= 0) {
    event.preventDefault();
    options[now].click();
  }
}

function choose(box, options, place) {
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  options[place].scrollIntoView({ block: "nearest" });
  box.input.setAttribute("aria-activedescendant", options[place].id);
}

function focusOnSlash(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const input = [...document.querySelectorAll("[data-mb-search] input")].find((each) => each.offsetParent);
  if (!input) return;
  event.preventDefault();
  input.focus();
}
