// "Handed in today, by which day?": counts with the official days off, and puts the day into a calendar file.
import { followCase } from "./chosen.js";
import { lastDay } from "./deadlines.js";

const MOST_BYTES = 75;
const section = document.querySelector("[data-mb-term]");
if (section) start(section);

async function start(section) {
  const day = section.querySelector("input[type=date]");
  day.value ||= today();
  const response = await fetch(section.dataset.table).catch(() => null);
  if (!response?.ok) return void (section.hidden = true); // the time limit stands on the page as it is
  const table = await response.json();
  const limit = section.querySelector("select");
  const count = () => show(section, day.value, limit.selectedOptions[0]?.dataset, table);
  for (const each of [day, limit]) each.addEventListener("input", count);
  followCase((chosen) => {
    keep(limit, chosen);
    count();
  });
}

// Leave only the limits of the chosen case to choose from, or all.
function keep(limit, chosen) {
  for (const option of limit.options) {
    const cases = option.dataset.cases.split(" ").filter(Boolean);
    option.hidden = option.disabled = chosen !== "" && cases.length > 0 && !cases.includes(chosen);
  }
  if (limit.selectedOptions[0]?.disabled) limit.selectedIndex = [...limit.options].findIndex((option) => !option.disabled);
  limit.closest("[data-mb-term-choice]").hidden = [...limit.options].filter((option) => !option.disabled).length < 2;
}

// Return today's date where the offices are, whatever the clock of this device is set to.
function today() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" }).format(new Date());
}

function show(section, day, chosen, table) {
  const { value, unit, start } = chosen ?? {};
  section.querySelector("[data-mb-term-label]").textContent = start ? `Tính từ: ${start}` : "Ngày nộp đủ hồ sơ";
  const answer = day && unit ? lastDay(day, { value, unit }, table) : null;
  section.querySelector("[role=status]").textContent = told(answer);
  section.querySelector("[data-mb-term-notes]").textContent = answer?.last_day ? notes(answer, day).join(" ") : "";
  offer(section.querySelector("[data-mb-term-file]"), section.dataset.title, answer?.last_day);
}

function told(answer) {
  if (!answer) return "Chọn một ngày.";
  if (!answer.last_day) return `Chưa tính được: chưa có lịch nghỉ năm ${answer.unknown}.`;
  return `Chậm nhất ${words(answer.last_day)}`;
}

function notes(answer, day) {
  const named = answer.passed.map(({ date, name }) => `${name} (${short(date)})`);
  return [
    answer.received !== day && `Ngày ấy cơ quan nghỉ, nên tính như nộp ${words(answer.received)}.`,
    answer.days_off > 0 && `Không tính ${answer.days_off} ngày nghỉ${named.length ? `, trong đó có ${named.join(", ")}` : ""}.`,
    answer.projected.length > 0 && `Tạm tính: chưa có thông báo chính thức về ngày nghỉ năm ${answer.projected.join(", ")}.`,
  ].filter(Boolean);
}

function words(date) {
  const weekday = new Intl.DateTimeFormat("vi", { weekday: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00Z`));
  return `${weekday.toLowerCase()}, ${short(date)}`;
}

function short(date) {
  return date.split("-").map(Number).reverse().join("/");
}

// Give the link a calendar file with the day in it.  Standard: RFC 5545.
function offer(link, title, date) {
  if (link.href) URL.revokeObjectURL(link.href);
  link.hidden = !date;
  link.removeAttribute("href");
  link.download = "han-tra-ket-qua.ics";
  if (date) link.href = URL.createObjectURL(new Blob([calendar(title, date)], { type: "text/calendar" }));
}

function calendar(title, date) {
  const day = date.replaceAll("-", "");
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const page = location.href.split("#")[0];
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Minh Bach//VI", "BEGIN:VEVENT", `UID:${day}-${page}`, `DTSTAMP:${stamp}`];
  const about = [`DTSTART;VALUE=DATE:${day}`, `SUMMARY:${escaped(`Hạn trả kết quả: ${title}`)}`, `URL:${page}`];
  return [...lines, ...about, "END:VEVENT", "END:VCALENDAR", ""].map(folded).join("\r\n");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

// A line has at most 75 bytes; what follows goes on in the next, after a blank.
function folded(line) {
  const bytes = new TextEncoder();
  let whole = "", length = 0;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (length + size > MOST_BYTES) [whole, length] = [`${whole}\r\n `, 1];
    [whole, length] = [whole + letter, length + size];
  }
  return whole;
}
