// Brings the scripts that this page needs, and no others.
const PARTS = {
  "[data-mb-cases]": "./cases.js",
  ".mb-tick input[type=checkbox]": "./checklist.js",
  "[data-mb-term]": "./term.js",
  "[data-mb-costs]": "./costs.js",
  "[data-mb-report]": "./report.js",
  "[data-mb-posted]": "./posted.js",
  ".mb-word": "./words.js",
  "[data-mb-filter]": "./filter.js",
  "[data-mb-narrow]": "./narrow.js",
  "[data-mb-results]": "./search/page.js",
};

for (const [selector, part] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) import(part);
}
