// The last searches of this person in this browser, and nowhere else: they are never sent.
const MOST = 6;

const key = () => `gufu-recent-${document.querySelector("[data-suggest-owner]")?.dataset.suggestOwner ?? ""}`;

/** The last searches, newest first. */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(key()) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string").slice(0, MOST) : [];
  } catch {
    return []; // storage is closed, or holds something else
  }
}

/** Keep `text` as the newest; the same words are kept once. */
export function remember(text) {
  const words = text.trim().slice(0, 100);
  if (!words) return;
  const others = recent().filter((other) => other.toLocaleLowerCase("da") !== words.toLocaleLowerCase("da"));
  try {
    localStorage.setItem(key(), JSON.stringify([words, ...others].slice(0, MOST)));
  } catch {
    // Without storage there is nothing to remember.
  }
}

export function forget() {
  try {
    localStorage.removeItem(key());
  } catch {
    // Nothing was kept.
  }
}
