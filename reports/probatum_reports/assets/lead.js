// Leads from the address of a claim to its card, where that stands on another page.
(() => {
  "use strict";
  function lead() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      // Not an address that any claim has.
    }
    const target = id && document.getElementById(id);
    if (target && target.matches("a.chip")) location.replace(target.href);
  }
  window.addEventListener("hashchange", lead);
  lead();
})();
