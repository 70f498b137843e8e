// Finds documents by words, and those that are not as expected; what is looked for stays in the address.
(() => {
  "use strict";
  const find = document.querySelector(".find"), words = find.querySelector("input"), state = find.querySelector("select");
  const status = find.querySelector("[role=status]");
  const rows = [...document.querySelectorAll(".documents > li")].map((element) => ({ element, red: element.classList.contains("red"), index: null }));
  // Read only when something is looked for: most readers follow a link.
  const indexOf = (row) => (row.index ||= searching.indexed([[element(row, "a, b"), 4], [element(row, "code"), 8], [row.element.textContent, 1]]));
  const element = (row, selector) => row.element.querySelector(selector).textContent;

  function show() {
    const asked = words.value.trim() ? searching.asked(words.value, rows.map(indexOf)) : [];
    let shown = 0;
    for (const row of rows) {
      const fits = (!state.value || row.red) && (!asked.length || searching.scored(row.index, asked, 0) > 0);
      row.element.hidden = !fits;
      shown += fits;
    }
    status.textContent = shown === rows.length ? `${shown} documents` : `${shown} of ${rows.length} documents`;
    const address = new URL(location);
    for (const [name, value] of [["q", words.value.trim()], ["which", state.value]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  }

  const kept = new URL(location).searchParams;
  words.value = kept.get("q") || "";
  state.value = kept.get("which") === "red" ? "red" : "";
  find.hidden = false;
  if (words.value || state.value) show();
  words.addEventListener("input", show);
  state.addEventListener("change", show);
})();
