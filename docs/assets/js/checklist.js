// Papers ticked off stay ticked, in this browser only.  Without this they can be ticked all the same, until the page is left.
const boxes = [...document.querySelectorAll(".mb-tick input[type=checkbox]")];
const kept = `mb-ticks ${location.pathname}`;
if (boxes.length) start();

function start() {
  const names = namesOf(boxes);
  const ticked = new Set(read());
  boxes.forEach((box, at) => (box.checked = ticked.has(names[at])));
  const bar = document.querySelector(".mb-ticks");
  const tell = () => say(bar);
  const change = () => {
    write(names.filter((_name, at) => boxes[at].checked));
    tell();
  };
  for (const box of boxes) box.addEventListener("change", change);
  bar.querySelector("button").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    change();
    boxes[0].focus();
  });
  document.addEventListener("mb-case", tell);
  tell();
}

// A paper is known by its words, and by its number among those of the same words: lists may change between two visits.
function namesOf(boxes) {
  const times = new Map();
  return boxes.map((box) => {
    const words = box.getAttribute("aria-label") ?? "";
    times.set(words, (times.get(words) ?? 0) + 1);
    return `${times.get(words)} ${words}`;
  });
}

function say(bar) {
  const shown = boxes.filter((box) => !box.closest("[hidden]")); // of the chosen case
  const count = shown.filter((box) => box.checked).length;
  const words = count ? `Đã có ${count}/${shown.length} giấy tờ` : "Tích giấy tờ đã có";
  bar.querySelector("[role=status]").textContent = `${words}; chỉ lưu trên máy này.`;
  bar.querySelector("button").disabled = !boxes.some((box) => box.checked);
}

// Storage may be switched off or full: then ticks last as long as the page.
function read() {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

function write(names) {
  try {
    if (names.length) localStorage.setItem(kept, JSON.stringify(names));
    else localStorage.removeItem(kept);
  } catch {
    // nothing is kept
  }
}
