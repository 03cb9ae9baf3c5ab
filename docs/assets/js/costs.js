// Adds up the fees of one way to hand in, for the chosen case.  Free of charge and not known are two things.
import { followCase } from "./chosen.js";
import { element } from "./element.js";

const COUNCIL = "Có khoản do HĐND cấp tỉnh quy định: số ở đây là mức nguồn ghi, mỗi tỉnh mỗi khác.";
const section = document.querySelector("[data-mb-costs]");
if (section) start(section);

function start(section) {
  const rows = JSON.parse(section.dataset.rows);
  const select = section.querySelector("select");
  const draw = () => show(section, rows[select.value]);
  select.addEventListener("input", draw);
  section.querySelector("ul").addEventListener("input", () => tell(section, rows[select.value]));
  followCase((chosen) => {
    offer(select, rows, chosen);
    draw();
  });
}

// Leave only the rows of the chosen case to choose from, or all; keep the way to hand in where it is still there.
function offer(select, rows, chosen) {
  const before = rows[select.value]?.channel;
  const own = rows.flatMap((row, at) => (!chosen || !row.cases.length || row.cases.includes(chosen) ? [at] : []));
  const options = own.map((at) => element("option", { value: String(at) }, chosen ? rows[at].channel : named(rows[at])));
  select.replaceChildren(...options);
  select.value = String(own.find((at) => rows[at].channel === before) ?? own.find((at) => rows[at].fees.length) ?? own[0] ?? "");
  select.closest("[data-mb-costs-choice]").hidden = own.length < 2;
}

function named(row) {
  return [row.channel, row.names.join("; ")].filter(Boolean).join(": ");
}

function show(section, row) {
  section.querySelector("ul").replaceChildren(...(row?.fees ?? []).map(line));
  tell(section, row);
}

// A fee that not everybody pays is ticked; one of which there may be several is counted.
function line(fee, at) {
  const price = fee.amount === null ? "chưa rõ mức" : money(fee.amount) + (fee.count ? `/${fee.count}` : "");
  const name = element("span", {}, fee.name, " ", element("b", {}, price));
  const tick = fee.when && element("input", { type: "checkbox", id: `mb-fee-${at}` });
  const words = tick ? element("label", { for: tick.id }, tick, " ", name, element("small", {}, `chỉ thu khi ${fee.when}`)) : name;
  const exempt = fee.exemption && element("small", {}, `Miễn, giảm: ${fee.exemption}`);
  return element("li", {}, words, fee.amount && fee.count ? counter(fee) : "", exempt);
}

function counter(fee) {
  const input = element("input", { type: "number", min: "1", max: "999", step: "1", value: "1", inputmode: "numeric" });
  return element("label", { class: "mb-costs__count" }, `Số lượng (${fee.count}) `, input);
}

function tell(section, row) {
  const lines = [...section.querySelectorAll(".mb-costs__fees > li")];
  const paid = (row?.fees ?? []).map((fee, at) => ({ ...fee, ...asked(lines[at]) })).filter((fee) => fee.ticked);
  section.querySelector("[role=status]").textContent = answer(row, paid);
  section.querySelector("[data-mb-costs-notes]").textContent = paid.some((fee) => fee.council) ? COUNCIL : "";
}

// Return how many of a fee are paid, and whether it is.
function asked(line) {
  const tick = line.querySelector("[type=checkbox]");
  const times = Number(line.querySelector("[type=number]")?.value ?? 1);
  return { ticked: tick ? tick.checked : true, times: Number.isInteger(times) && times > 0 ? Math.min(times, 999) : 1 };
}

function answer(row, paid) {
  if (!row?.fees.length) return row?.ended ? "Chưa rõ: mức nguồn ghi đã hết hạn áp dụng." : "Chưa có thông tin về phí, lệ phí.";
  if (!paid.length) return "Tích vào khoản mà bạn phải nộp.";
  if (paid.some((fee) => fee.amount === null)) return "Chưa cộng được: có khoản chưa rõ mức.";
  const total = paid.reduce((sum, fee) => sum + fee.amount * fee.times, 0);
  return total ? `Tổng cộng ${money(total)}` : "Miễn phí";
}

function money(amount) {
  return amount ? `${amount.toLocaleString("vi-VN")} đ` : "miễn phí";
}
