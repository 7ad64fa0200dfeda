// What makes GUFU quicker where scripts run. Every page does its work without this file.
import { forget } from "./recent.js";
import { suggest } from "./suggest.js";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Menus are <details>: Escape, a click outside and moving on close them; only one is open at a time. */
function menus() {
  const open = () => all("details[data-menu][open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    }
  });
  for (const menu of all("details[data-menu]")) {
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
}

/** Filters stand open where there is room for them beside the list. */
function facets() {
  const wide = matchMedia("(min-width: 64rem)");
  const settle = () => all("details[data-facets]").forEach((panel) => { if (wide.matches) panel.open = true; });
  settle();
  wide.addEventListener("change", settle);
  for (const form of all("form[data-autosubmit]")) form.addEventListener("change", () => form.requestSubmit());
}

function theme() {
  const root = document.documentElement;
  const buttons = all("[data-theme-value]");
  const show = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.themeValue === (root.dataset.theme ?? ""))));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const value = button.dataset.themeValue;
      if (value) root.dataset.theme = value;
      else delete root.dataset.theme;
      try {
        localStorage.setItem("gufu-theme", value);
      } catch {
        // Without storage the choice lasts as long as the page.
      }
      show();
    });
  }
  show();
}

function actions() {
  for (const button of all("[data-print]")) button.addEventListener("click", () => print());
  for (const button of all("[data-share]")) {
    button.addEventListener("click", async () => {
      const page = { title: document.title, url: location.href };
      if (navigator.share) {
        await navigator.share(page).catch(() => {}); // closed by the person: nothing to say
        return;
      }
      await navigator.clipboard.writeText(page.url);
      const label = button.querySelector("[data-share-label]") ?? button;
      label.setAttribute("role", "status");
      label.textContent = button.dataset.done;
    });
  }
  document.querySelector("[data-error-summary]")?.focus();
}

/** A second click on a send button must not send again. */
function forms() {
  for (const form of all("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
    });
  }
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));
}

menus();
facets();
theme();
actions();
forms();
all("form[data-suggest-url]").forEach(suggest);
all("form[data-forget-searches]").forEach((form) => form.addEventListener("submit", forget));
