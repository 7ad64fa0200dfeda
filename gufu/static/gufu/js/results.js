// The result page follows its own links by htmx: what was found is exchanged, the rest stays. Every link works without this file.
const page = () => document.getElementById("fundet");
let folds = new Map();
let came = "";

const panels = () => [...page().querySelectorAll("details.facets, details.facet")];
const name = (panel) => panel.querySelector(".facet__title")?.id ?? "filters";

document.addEventListener("htmx:beforeRequest", (event) => {
  folds = new Map(panels().map((panel) => [name(panel), panel.open]));
  came = event.target.closest("nav, ul, details")?.className ?? "";
  page().setAttribute("aria-busy", "true");
});

// Signed out meanwhile, or an error: go there as if no script ran.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 200 && event.detail.xhr.responseText.includes('id="fundet"')) return;
  event.preventDefault();
  location.assign(event.detail.pathInfo.finalRequestPath);
});

document.addEventListener("htmx:sendError", (event) => location.assign(event.detail.pathInfo.finalRequestPath));

document.addEventListener("htmx:afterSettle", () => {
  for (const panel of panels()) panel.open = folds.get(name(panel)) ?? panel.open;
  const heading = page().querySelector("h1");
  const lost = !document.activeElement || document.activeElement === document.body;
  if (lost) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  if (/pagination/.test(came)) heading.scrollIntoView({ block: "start" });
});
