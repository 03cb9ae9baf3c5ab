// How the reader wants pages to look: size of letters, contrast, colours.  The choice is kept in this browser only;
// overrides/partials/mb/early.html applies it before the first paint.
const KEY = "mb-display";
const SIZES = ["100", "115", "130", "150"]; // percent; the first needs no mark
const root = document.documentElement;
const panel = document.querySelector("[data-mb-display]");
const wish = { dark: matchMedia("(prefers-color-scheme: dark)"), contrast: matchMedia("(prefers-contrast: more)") };
let kept = read();

for (const media of Object.values(wish)) media.addEventListener?.("change", apply);
window.addEventListener("storage", (event) => (event.key === KEY || event.key === null) && again());
window.addEventListener("pageshow", (event) => event.persisted && again());
panel?.addEventListener("click", choose);
apply();

function choose({ target }) {
  const { mbStep, mbContrast, mbColours } = target.closest("button")?.dataset ?? {};
  if (mbStep !== undefined) change({ size: sizeAfter(Number(mbStep)) });
  if (mbContrast !== undefined) change({ contrast: isStrong() ? "usual" : "more" });
  if (mbColours !== undefined) change({ colours: mbColours });
}

// Return the size one step on, or the usual one for no step; at the ends it stays.
function sizeAfter(step) {
  const place = step ? SIZES.indexOf(size()) + step : 0;
  return SIZES[Math.min(Math.max(place, 0), SIZES.length - 1)];
}

function size() {
  return SIZES.includes(kept.size) ? kept.size : SIZES[0];
}

function isStrong() {
  return kept.contrast === "more" || (wish.contrast.matches && kept.contrast !== "usual");
}

function change(news) {
  kept = { ...kept, ...news };
  if (kept.size === SIZES[0]) delete kept.size;
  if ((kept.contrast === "more") === wish.contrast.matches) delete kept.contrast; // as the device has it
  if (!kept.colours) delete kept.colours;
  write();
  apply();
}

function again() {
  kept = read();
  apply();
}

function apply() {
  mark("size", kept.size);
  mark("contrast", kept.contrast);
  mark("colours", kept.colours ?? (wish.dark.matches ? "dark" : null));
  if (panel) tell();
}

function mark(name, value) {
  if (value) root.setAttribute(`data-mb-${name}`, value);
  else root.removeAttribute(`data-mb-${name}`);
}

function tell() {
  const now = size();
  const words = `${now} %`;
  const status = panel.querySelector("output");
  if (status.textContent !== words) status.textContent = words;
  for (const button of panel.querySelectorAll("[data-mb-step]")) {
    const step = Number(button.dataset.mbStep);
    button.setAttribute("aria-disabled", String(step !== 0 && sizeAfter(step) === now));
  }
  press(panel.querySelector("[data-mb-contrast]"), isStrong());
  for (const button of panel.querySelectorAll("[data-mb-colours]")) press(button, button.dataset.mbColours === (kept.colours ?? ""));
}

function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

// Storage may be switched off, full, or hold what is not ours: then the choice lasts as long as the page.
function read() {
  try {
    return { ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return {};
  }
}

function write() {
  try {
    if (Object.keys(kept).length) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    // nothing is kept
  }
}
