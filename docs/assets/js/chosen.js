// The case that the reader has chosen, for whatever follows it; cases.js tells when it changes.

// Call ``apply`` with the id of the chosen case, "" for all of them: now, and whenever another is chosen.
export function followCase(apply) {
  const follow = () => apply(document.querySelector("[data-mb-cases] input:checked")?.value ?? "");
  document.addEventListener("mb-case", follow);
  follow();
}
