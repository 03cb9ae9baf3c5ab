// Show one case of a procedure alone.  The choice stands in the address, so that a link leads to the same.
import { element } from "./element.js";

const form = document.querySelector("[data-mb-cases]");
const NAME = "truong-hop";
const LIST = "ban-thuoc-truong-hop-nao";
if (form) start(form);

function start(form) {
  const parts = partsOf();
  const radios = [...form.elements[NAME]];
  const apply = () => show(form, parts, radios.find((radio) => radio.checked));
  form.addEventListener("change", () => {
    write(radios.find((radio) => radio.checked).value);
    apply();
  });
  const early = radios.find((radio) => radio.checked)?.value; // chosen before this came
  const asked = early || (new URLSearchParams(location.search).get(NAME) ?? "");
  const wanted = radios.find((radio) => radio.value === asked);
  if (wanted) wanted.checked = true;
  if (early) write(early);
  for (const part of section(LIST, true)) {
    part.hidden = true; // said by the form itself, to which links lead from now on
    if (part.id === LIST) part.removeAttribute("id");
  }
  form.id = LIST;
  apply();
}

function write(chosen) {
  const address = new URL(location.href);
  if (chosen) address.searchParams.set(NAME, chosen);
  else address.searchParams.delete(NAME);
  history.replaceState(null, "", address);
}

// The parts of the page that may be for some cases only.
function partsOf() {
  const answers = [...document.querySelectorAll(".mb-intro ul:not([class]) > li")].slice(0, 4);
  return {
    answers: answers.map((item) => ({ item, whole: [...item.childNodes].map((node) => node.cloneNode(true)) })),
    papers: groups(section("giay-to-can-chuan-bi")),
    steps: section("cac-buoc").flatMap((part) => (part.matches("ol") ? [...part.children] : [])).map((item) => [item]),
    rows: section("nop-o-dau-bao-lau-bao-nhieu").flatMap((part) => [...part.querySelectorAll("tbody tr")]).map((row) => [row]),
  };
}

// Return the elements after a heading, up to the next of its level.
function section(id, withHeading = false) {
  const heading = document.getElementById(id);
  const found = heading && withHeading ? [heading] : [];
  for (let next = heading?.nextElementSibling; next && !next.matches("h2"); next = next.nextElementSibling) found.push(next);
  return found;
}

// Return elements in groups that each begin with a heading.
function groups(elements) {
  const found = [];
  for (const part of elements) {
    if (part.matches("h3")) found.push([]);
    found.at(-1)?.push(part);
  }
  return found;
}

function show(form, parts, radio) {
  const chosen = radio.dataset.case ? JSON.parse(radio.dataset.case) : null;
  for (const name of ["papers", "steps", "rows"]) {
    parts[name].forEach((elements, place) => elements.forEach((part) => (part.hidden = chosen !== null && !chosen[name].includes(place))));
  }
  parts.answers.forEach((answer, place) => tell(answer, chosen?.answers[place]));
  form.querySelector("[role=status]").textContent = chosen ? `Đang xem riêng: ${chosen.name}. Giấy tờ, các bước, thời hạn và phí là của trường hợp này.` : "";
  document.dispatchEvent(new CustomEvent("mb-case"));
}

// Put the answer of a case in the place of the whole one, or the whole one back.
function tell({ item, whole }, answer) {
  const nodes = whole.map((node) => node.cloneNode(true));
  if (answer === undefined) return item.replaceChildren(...nodes);
  const question = nodes.find((node) => node.nodeName === "STRONG");
  const [words, note] = answer;
  item.replaceChildren(...(question ? [question, " "] : []), words, " ", ...(note ? [element("em", {}, note)] : []));
}
