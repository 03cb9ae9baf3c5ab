// A menu is a <details>: it opens and closes without this.  Here it also closes on Escape and on a click outside.
const menus = [...document.querySelectorAll("[data-mb-menu]")];

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && menus.find((menu) => menu.open);
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});

// Whoever tabs out of a menu has done with it: open, it would hide what has the focus.
document.addEventListener("focusin", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});
