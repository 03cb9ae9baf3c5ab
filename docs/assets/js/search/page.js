// The page of results: what the address asks for, with facets; the address follows what is chosen, so it can be shared.
import { ask } from "./client.js";
import { element } from "../element.js";
import { about, title, told } from "./draw.js";
import { NAMES } from "./facets.js";

const STEP = 20;
const FEW = 6; // values of a facet that are shown at once
const place = document.querySelector("[data-mb-results]");
if (place) start(place);

function start(place) {
  const state = { ...read(), limit: STEP };
  const input = place.querySelector("input[name=q]");
  if (input.value) state.query = input.value; // typed before this came
  input.value = state.query;
  sift(place.querySelector("[data-mb-sift]"), state);
  place.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => change(place, state, { query: input.value, limit: STEP }));
  window.addEventListener("popstate", () => {
    Object.assign(state, read(), { limit: STEP });
    input.value = state.query;
    draw(place, state);
  });
  draw(place, state);
}

// On a wide screen facets stand beside the hits; on a phone they are opened when wanted, and when some are chosen.
function sift(part, { chosen }) {
  const wide = matchMedia("(min-width: 60.01rem)");
  const follow = () => (part.open = wide.matches || Object.keys(chosen).length > 0);
  wide.addEventListener?.("change", follow);
  follow();
}

// Return what the address asks for.
function read() {
  const asked = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(NAMES.filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));
  return { query: asked.get("q") ?? "", chosen };
}

function change(place, state, news) {
  Object.assign(state, news);
  const asked = new URLSearchParams([...(state.query ? [["q", state.query]] : []), ...Object.entries(state.chosen)]);
  const words = asked.toString();
  history.replaceState(null, "", words ? `?${words}` : location.pathname);
  return draw(place, state);
}

async function draw(place, state) {
  const asked = state.query;
  const status = place.querySelector("[role=status]");
  let answer;
  try {
    answer = await ask(asked, state.chosen, state.limit);
  } catch {
    status.textContent = "Chưa tải được phần tìm kiếm. Kiểm tra mạng rồi mở lại trang, hoặc xem các danh mục bên dưới.";
    return;
  }
  if (asked !== state.query) return;
  status.textContent = asked.trim() ? told(answer, asked) : `Mọi thủ tục: ${answer.total}`;
  place.toggleAttribute("data-mb-none", !answer.hits.length && !answer.near.length); // then the lists below come up
  place.querySelector("[data-mb-hits]").replaceChildren(...answer.hits.map((hit) => item(hit, false)), ...answer.near.map((hit) => item(hit, true)));
  place.querySelector("[data-mb-facets]").replaceChildren(...answer.facets.map((facet) => group(place, state, facet, answer.total)).filter(Boolean));
  more(place, state, answer);
}

function item(hit, isNear) {
  const link = element("a", { href: new URL(`../${hit.to}`, location.href).href }, title(hit));
  return element("li", { class: "mb-hit" }, link, about(hit, isNear));
}

function more(place, state, answer) {
  const button = place.querySelector("[data-mb-more]");
  button.hidden = answer.hits.length >= answer.total;
  button.onclick = async () => {
    const before = place.querySelectorAll("[data-mb-hits] li").length;
    await change(place, state, { limit: state.limit + STEP });
    place.querySelectorAll("[data-mb-hits] li a")[before]?.focus();
  };
}

// Return a facet as a list of buttons; the one that is chosen is pressed, and pressing it again lets it go.
function group(place, state, { name, label, values }, total) {
  const chosen = state.chosen[name];
  if (values.length < 2 && values[0].count === total && chosen === undefined) return null; // would change nothing
  const buttons = values.map((each) => button(place, state, name, each, each.key === chosen));
  const shown = buttons.filter((each, at) => at < FEW || each.getAttribute("aria-pressed") === "true");
  const rest = buttons.filter((each) => !shown.includes(each));
  const fold = rest.length ? element("details", {}, element("summary", {}, `Thêm ${rest.length}`), ...rest) : null;
  return element("fieldset", { class: "mb-facet" }, element("legend", {}, label), ...shown, fold);
}

function button(place, state, name, { key, words, count }, pressed) {
  const made = element("button", { type: "button", "aria-pressed": String(pressed), class: "mb-facet__value" }, words, " ", element("span", {}, String(count)));
  made.addEventListener("click", async () => {
    const chosen = { ...state.chosen, [name]: key };
    if (pressed) delete chosen[name];
    await change(place, state, { chosen, limit: STEP });
    const again = [...place.querySelectorAll(".mb-facet__value")].find((each) => each.firstChild.textContent === words);
    (again ?? place.querySelector("[role=status]")).focus();
  });
  return made;
}
