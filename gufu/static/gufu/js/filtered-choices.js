// Narrows a long list of checkboxes while one types; what is ticked always stays in sight.
(() => {
  const start = (box) => {
    if (box.dataset.ready) return;
    box.dataset.ready = "yes";
    const options = [...box.querySelectorAll(".gufu-choices__option")];
    const label = box.querySelector(".gufu-choices__filter");
    const field = box.querySelector("[data-filter]");
    if (options.length < 9) return;
    label.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.toLocaleLowerCase("da").split(/\s+/);
      for (const option of options) {
        const text = option.textContent.toLocaleLowerCase("da");
        const ticked = option.querySelector("input").checked;
        option.hidden = !ticked && !words.every((word) => text.includes(word));
      }
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // it would save the whole page
    });
  };
  const all = () => document.querySelectorAll("[data-filtered-choices]").forEach(start);
  document.addEventListener("DOMContentLoaded", all);
  if (document.readyState !== "loading") all();
})();
