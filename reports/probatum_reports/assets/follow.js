// Marks in the outline where the reader is, and keeps that in view; a count of the tally filters without a reload.
(() => {
  "use strict";
  const outline = document.querySelector(".outline");
  const fold = document.querySelector("nav.outline details");
  // On a narrow screen the outline would stand before the claims for many screens; the text itself is worth them.
  if (fold && matchMedia("(max-width: 63.99rem)").matches) fold.open = false;
  // What a mark says to a screen reader, it says to a pointer too.
  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest?.(".cite, .quiet, .mark");
    if (mark && !mark.title) mark.title = mark.getAttribute("aria-label") || mark.querySelector(".unseen")?.textContent || "";
  });
  const links = new Map([...document.querySelectorAll(".outline a.mark")].map((link) => [link.hash.slice(1), link]));
  // Who points at a passage of the text means its mark.
  document.querySelector(".copy")?.addEventListener("click", (event) => {
    const words = event.target.closest("a, button") ? null : event.target.closest(".passage");
    if (!words || String(getSelection())) return;
    const last = [...document.querySelectorAll(".copy .passage")].filter((each) => each.dataset.at === words.dataset.at).at(-1);
    if (last.nextElementSibling?.matches(".mark")) last.nextElementSibling.click();
  });
  const groups = [...document.querySelectorAll(".group[id]")].filter((group) => links.has(group.id));
  if (!groups.length || !("IntersectionObserver" in window)) return;
  const seen = new Set();
  let now = null;

  function mark() {
    const first = groups.find((group) => seen.has(group));
    const link = first && links.get(first.id);
    if (!link || link === now) return;
    now?.removeAttribute("aria-current");
    now = link;
    now.setAttribute("aria-current", "location");
    // Only within the outline: the page itself must not move.
    const box = outline.getBoundingClientRect(), at = now.getBoundingClientRect();
    if (outline.scrollHeight > outline.clientHeight && (at.top < box.top || at.bottom > box.bottom)) outline.scrollTop += at.top - box.top - box.height / 3;
  }

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
    mark();
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const group of groups) observer.observe(group);
})();
