/* The effect of a change, shown below the button instead of in a tab of its own. */
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-effect] button[formaction]");
  if (!button) return;
  event.preventDefault();
  const target = button.closest("[data-effect]").querySelector("[data-effect-result]");
  button.disabled = true;
  try {
    const answer = await fetch(button.getAttribute("formaction"), {
      method: "POST",
      body: new FormData(button.form),
      headers: { "X-Part": "1" },
    });
    target.innerHTML = answer.ok ? await answer.text() : "";
  } finally {
    button.disabled = false;
  }
});
/* Enter in the field of the trial asks for the effect; it must not save the form. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.id === "proev") {
    event.preventDefault();
    event.target.closest("[data-effect]").querySelector("button").click();
  }
});
