// Suggestions while typing: a combobox with a list, after the ARIA practices guide.
// The server answers ?q=… with {"suggestions": [{"text" or "title", "url"?, "kind"?}]} or with a plain list of the same.

const WAIT = 120; // ms without a key before we ask
const SHORTEST = 2;

/** Turn the search form into a combobox; without an answer it stays the form it was. */
export function suggest(form) {
  const field = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.id = `${field.id}-forslag`;
  list.className = "search__list";
  list.setAttribute("role", "listbox");
  const label = form.dataset.suggestLabel ?? "Forslag";
  list.setAttribute("aria-label", label);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })
    .forEach(([name, value]) => field.setAttribute(name, value));

  let active = -1;
  let timer = 0;
  let asked = null;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    active = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options()[index].id);
      options()[index].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (option) => {
    if (option.dataset.url) location.assign(option.dataset.url);
    else {
      field.value = option.dataset.text;
      close();
      form.requestSubmit();
    }
  };
  const show = (items) => {
    list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement("li");
      const text = item.text ?? item.title ?? String(item);
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = text;
      if (item.url) option.dataset.url = item.url;
      option.append(text);
      const kind = item.kind_label ?? item.label ?? item.kind;
      if (kind) {
        const note = document.createElement("span");
        note.className = "search__kind";
        note.append(kind);
        option.append(" ", note);
      }
      return option;
    }));
    active = -1;
    list.hidden = items.length === 0;
    field.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = `${label}: ${items.length}`;
  };
  const ask = async () => {
    asked?.abort();
    const text = field.value.trim();
    if (text.length < SHORTEST) return close();
    asked = new AbortController();
    try {
      const address = `${form.dataset.suggestUrl}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      const body = await answer.json();
      show((Array.isArray(body) ? body : body.suggestions ?? []).slice(0, 8));
    } catch {
      // Typed on, offline, or not JSON: the form still searches.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && count) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(active === -1 && step === -1 ? count - 1 : (active + step + count) % count);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(options()[active]);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  field.addEventListener("blur", () => { clearTimeout(timer); asked?.abort(); close(); });
  // Somebody may have typed before this file arrived.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();
}
