// A report of a mistake says which part of the page is meant.  Without this it names the page alone.
import { element } from "./element.js";

const section = document.querySelector("[data-mb-report]");
if (section) start(section);

function start(section) {
  const select = section.querySelector("select");
  const links = [...section.querySelectorAll("a[data-key]")].map((link) => ({ link, whole: new URL(link.href) }));
  const parts = [...document.querySelectorAll(".mb-content > h2")].map((heading) => heading.textContent.trim());
  select.append(...parts.map((part) => element("option", {}, part)));
  select.addEventListener("input", () => links.forEach((each) => name(each, select.value)));
}

// Put the part into the link's field, after what stands there already.
function name({ link, whole }, part) {
  const address = new URL(whole);
  const { key } = link.dataset;
  address.searchParams.set(key, [address.searchParams.get(key), part].filter(Boolean).join(" – "));
  link.href = address.href.replaceAll("+", "%20"); // mail programs show a plus as it is
}
