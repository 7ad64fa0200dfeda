// Suggestions while typing: a combobox with a grouped list, after the ARIA practices guide.
// The server answers ?q=… with {"suggestions": [{title, pieces: [[text, marked], …], url, kind, kind_label, look, icon, meta}]},
// the same kinds side by side. The words of the interface stand as data-… on the form in the header.
import { forget, recent, remember } from "./recent.js";

const WAIT = 60; // ms without a key before we ask
const SHORTEST = 2;

const element = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...content);
  return made;
};

/** Turn a search form into a combobox; without an answer it stays the form it was. */
export function suggest(form) {
  const field = form.querySelector("input[type=search]");
  const words = document.querySelector("form[data-suggest-recent]")?.dataset ?? form.dataset;
  const list = element("div", { id: `${field.id}-forslag`, class: "search__list", role: "listbox", "aria-label": words.suggestLabel ?? "Forslag" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const drawing = document.querySelector(".search__button use")?.getAttribute("href").split("#")[0];
  const answers = new Map();
  let active = -1;
  let timer = 0;
  let asked = null;

  list.hidden = true;
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    field.setAttribute(name, value);
  }

  const options = () => [...list.querySelectorAll("[role=option]")];
  const icon = (name) => {
    if (!drawing || !name) return "";
    const holder = element("span", { class: "search__icon" });
    holder.innerHTML = '<svg class="icon" aria-hidden="true"><use/></svg>';
    holder.querySelector("use").setAttribute("href", `${drawing}#${name}`);
    return holder;
  };
  const stop = () => {
    clearTimeout(timer);
    asked?.abort();
  };
  const close = () => {
    stop();
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    stop(); // a late answer must not take away what is chosen
    active = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) return field.removeAttribute("aria-activedescendant");
    const option = options()[index];
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const take = (option, elsewhere = false) => {
    if (option.dataset.forget) {
      forget();
      close();
    } else if (option.dataset.url) {
      if (elsewhere) window.open(option.dataset.url, "_blank", "noopener");
      else location.assign(option.dataset.url);
    } else {
      field.value = option.dataset.text ?? field.value;
      close();
      form.requestSubmit();
    }
  };
  const open = (groups, said) => {
    list.replaceChildren(...groups);
    options().forEach((option, i) => { option.id = `${list.id}-${i}`; });
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = options().length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = list.hidden ? "" : said;
  };
  const option = (data, ...content) => {
    const made = element("div", { role: "option", "aria-selected": "false", class: "search__option" }, ...content);
    Object.assign(made.dataset, data);
    return made;
  };
  const group = (name, label, look, drawn, ...content) => {
    const id = `${list.id}-${name}`;
    const title = element("div", { class: "search__heading", id, role: "presentation" }, icon(drawn), label);
    return element("div", { role: "group", "aria-labelledby": id, class: look ? `kind-${look}` : "" }, title, ...content);
  };

  const show = (text, items) => {
    const kinds = Map.groupBy ? Map.groupBy(items, (item) => item.kind) : items.reduce((all, item) => all.set(item.kind, [...(all.get(item.kind) ?? []), item]), new Map());
    const groups = [...kinds].map(([kind, members]) => {
      const { kind_label: label, look, icon: drawn } = members[0];
      const rows = members.map((item) => {
        const title = element("span", { class: "search__title" }, ...item.pieces.map(([piece, on]) => (on ? element("mark", {}, piece) : piece)));
        return option({ url: item.url }, title, ...(item.meta ? [element("span", { class: "search__kind" }, item.meta)] : []));
      });
      return group(kind, label, look, drawn, ...rows);
    });
    const every = option({}, icon("search"), element("span", { class: "search__title" }, (words.suggestAll ?? "Søg efter »{}«").replace("{}", text)));
    every.classList.add("search__option--all");
    open([...groups, every], `${items.length} ${words.suggestCount ?? "forslag"}`);
  };
  const showRecent = () => {
    const texts = recent();
    if (!texts.length) return close();
    const rows = texts.map((text) => option({ text }, icon("clock"), element("span", { class: "search__title" }, text)));
    const clear = option({ forget: "yes" }, icon("cross"), element("span", { class: "search__title" }, words.suggestClear ?? "Ryd"));
    clear.classList.add("search__option--all");
    open([group("seneste", words.suggestRecent ?? "Seneste søgninger", "", "", ...rows), clear], words.suggestRecent ?? "");
  };
  const ask = async () => {
    asked?.abort();
    const text = field.value.trim();
    if (!text) return showRecent();
    if (text.length < SHORTEST) return close();
    if (answers.has(text)) return show(text, answers.get(text));
    asked = new AbortController();
    try {
      const address = `${form.dataset.suggestUrl}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      answers.set(text, suggestions);
      if (document.activeElement === field) show(text, suggestions);
    } catch {
      // Typed on, offline, or not JSON: the form still searches.
    }
  };

  const keys = {
    Escape: () => {
      if (list.hidden) field.value = "";
      close();
    },
    ArrowDown: (count) => (list.hidden ? ask() : choose(active + 1 < count ? active + 1 : -1)),
    ArrowUp: (count) => (list.hidden ? ask() : choose(active < 0 ? count - 1 : active - 1)),
    Home: () => choose(0),
    End: (count) => choose(count - 1),
    Enter: () => take(options()[active]),
  };
  field.addEventListener("keydown", (event) => {
    const needsChoice = ["Home", "End", "Enter"].includes(event.key);
    if (event.isComposing || !keys[event.key] || (needsChoice && active < 0)) return;
    event.preventDefault();
    keys[event.key](options().length);
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, field.value.trim() ? WAIT : 0);
  });
  field.addEventListener("focus", () => { if (!field.value.trim()) showRecent(); });
  field.addEventListener("click", () => { if (list.hidden) ask(); });
  field.addEventListener("blur", close);
  form.addEventListener("submit", () => remember(field.value));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) take(chosen, event.ctrlKey || event.metaKey);
  });
  // Somebody may have typed before this file arrived.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();
}
