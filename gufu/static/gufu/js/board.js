// The board without waiting: arrow keys between the cards, and steps that change the page in place.
// Without this file every step is a form that is sent, and the board comes back with the card in its new column.
const board = document.querySelector("[data-board]");
const said = document.querySelector("[data-board-status]");
const columns = () => [...board.querySelectorAll("[data-board-column]")];
const cards = (column) => [...column.querySelectorAll("[data-board-card]")];
const reachable = (card) => card.querySelectorAll("a, button");

/** Only one card is a stop for Tab; the arrow keys choose which (a roving tabindex). */
function rove(current) {
  for (const card of board.querySelectorAll("[data-board-card]")) {
    for (const control of reachable(card)) control.tabIndex = card === current ? 0 : -1;
  }
}

function go(card) {
  if (!card) return;
  rove(card);
  card.querySelector("[data-board-link]").focus();
}

/** The card that an arrow key leads to from `card`, or nothing at the edge. */
function neighbour(card, key) {
  const lists = columns();
  const column = card.closest("[data-board-column]");
  const mine = cards(column);
  const place = mine.indexOf(card);
  if (key === "ArrowDown") return mine[place + 1];
  if (key === "ArrowUp") return mine[place - 1];
  if (key === "Home") return mine[0];
  if (key === "End") return mine.at(-1);
  const beside = lists[lists.indexOf(column) + (key === "ArrowRight" ? 1 : -1)];
  return beside && (cards(beside)[place] ?? cards(beside).at(-1));
}

board.addEventListener("keydown", (event) => {
  const card = event.target.closest("[data-board-card]");
  const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"];
  if (!card || !keys.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  go(neighbour(card, event.key));
});

board.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-board-card]");
  if (card) rove(card);
});

/** Says in words what happened, for those who do not see the card move. */
function say(fresh) {
  const text = [...fresh.querySelectorAll(".messages .message p")].map((line) => line.textContent.trim()).join(" ");
  said.textContent = "";
  setTimeout(() => { said.textContent = text; }, 100);
  document.querySelector(".messages")?.remove();
  const messages = fresh.querySelector(".messages");
  if (!messages) return;
  messages.removeAttribute("role"); // the status line says it; twice is noise
  document.querySelector("main").prepend(document.adoptNode(messages));
}

board.addEventListener("submit", async (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.dataset.moving) return;
  form.dataset.moving = "1";
  const id = form.closest("[data-board-card]").id;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const columnsNow = fresh.querySelector("[data-board]");
    if (!answer.ok || !columnsNow) {
      location.assign(answer.url); // signed out, or sent to one's own profile first
      return;
    }
    board.replaceChildren(...document.adoptNode(columnsNow).childNodes);
    say(fresh);
    const moved = document.getElementById(id);
    rove(moved ?? board.querySelector("[data-board-card]"));
    (moved ?? board.querySelector("[data-board-card]"))?.querySelector("[data-board-link]").focus();
  } catch {
    delete form.dataset.moving;
    form.submit(); // no network: the browser says so better than we can
  }
});

const asked = location.hash && document.getElementById(location.hash.slice(1));
const first = asked?.matches("[data-board-card]") ? asked : board.querySelector("[data-board-card]");
if (first) rove(first);
if (asked === first && first) first.querySelector("[data-board-link]").focus();
