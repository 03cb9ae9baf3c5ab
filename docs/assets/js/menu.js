// The menu is a <details>: it opens and closes without this.  Here it also closes on Escape and on a click outside.
const menu = document.querySelector("[data-mb-menu]");

function close(event) {
  if (!menu.open) return;
  const away = event.type === "click" && !menu.contains(event.target);
  if (event.key !== "Escape" && !away) return;
  menu.open = false;
  if (event.key) menu.querySelector("summary").focus();
}

document.addEventListener("keydown", close);
document.addEventListener("click", close);
