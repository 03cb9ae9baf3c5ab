// Narrow the tables of tasks and targets by year, agency, area, unit and state.  The choice stands in the address.
import { element } from "./element.js";

const FACETS = [
  { name: "nam", label: "Năm", column: "Kế hoạch", part: "em" },
  { name: "co-quan", label: "Cơ quan", column: "Kế hoạch", part: "a" },
  { name: "linh-vuc", label: "Lĩnh vực", column: "Lĩnh vực" },
  { name: "don-vi", label: "Đơn vị", column: "Chủ trì", part: "a", several: true },
  { name: "tinh-trang", label: "Tình trạng", column: "Tình trạng", part: "strong" },
];

const form = document.querySelector("[data-mb-narrow]");
if (form) start(form);

function start(form) {
  const rows = [...document.querySelectorAll(".mb-content tbody tr")].map(read).filter(Boolean);
  const asked = new URLSearchParams(location.search);
  const selects = FACETS.map((facet) => select(facet, rows, asked.get(facet.name)));
  form.querySelector("[data-mb-narrow-choices]").append(...selects.map(({ label }) => label));
  const apply = () => show(rows, selects.map(({ select }) => select), form.querySelector("output"));
  form.addEventListener("change", () => {
    write(selects);
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => (write(selects), apply())));
  form.querySelector("details").open = selects.some(({ select }) => select.value);
  apply();
}

// Return a row with the values of each facet; nothing for a row of another table, which tells no state.
function read(row) {
  const cell = (name) => row.querySelector(`td[data-label="${name}"]`);
  if (!cell("Kế hoạch") || !cell("Tình trạng")) return null;
  const values = FACETS.map((facet) => {
    const found = cell(facet.column);
    const parts = facet.part ? [...(found?.querySelectorAll(facet.part) ?? [])] : [found];
    return (facet.several ? parts : parts.slice(0, 1)).filter(Boolean).map((part) => part.textContent.trim());
  });
  return { row, values };
}

function select(facet, rows, asked) {
  const place = FACETS.indexOf(facet);
  const values = [...new Set(rows.flatMap(({ values }) => values[place]))].sort((a, b) => a.localeCompare(b, "vi"));
  const id = `mb-narrow-${facet.name}`;
  const select = element("select", { id, name: facet.name }, element("option", { value: "" }, "Tất cả"));
  select.append(...values.map((value) => element("option", { value }, value)));
  if (asked && values.includes(asked)) select.value = asked;
  return { select, label: element("p", {}, element("label", { for: id }, facet.label), select) };
}

function write(selects) {
  const address = new URL(location.href);
  for (const { select } of selects) {
    if (select.value) address.searchParams.set(select.name, select.value);
    else address.searchParams.delete(select.name);
  }
  history.replaceState(null, "", address);
}

function show(rows, selects, output) {
  const wanted = selects.map((select) => select.value);
  let found = 0;
  for (const { row, values } of rows) {
    row.hidden = !wanted.every((value, place) => !value || values[place].includes(value));
    found += row.hidden ? 0 : 1;
  }
  for (const table of document.querySelectorAll(".mb-content .mb-table")) {
    const own = rows.filter(({ row }) => table.contains(row));
    if (!own.length) continue;
    table.hidden = own.every(({ row }) => row.hidden);
    told(table).hidden = !table.hidden;
  }
  const chosen = FACETS.map(({ label }, place) => wanted[place] && `${label}: ${wanted[place]}`).filter(Boolean);
  output.textContent = chosen.length
    ? `Đang lọc theo ${chosen.join("; ")}. Còn ${found} trên ${rows.length} dòng của các bảng việc và chỉ tiêu.`
    : "";
}

// Return what stands for a table of which no row is left.
function told(table) {
  const next = table.nextElementSibling;
  if (next?.matches(".mb-narrow__none")) return next;
  const none = element("p", { class: "mb-narrow__none", hidden: "" }, "Không có dòng nào hợp điều kiện lọc.");
  table.after(none);
  return none;
}
