// Finds claims on the page, or passages where the claims stand on others: search, filters kept in the address, and keys.
(() => {
  "use strict";
  const find = document.querySelector(".find");
  if (!find) return;
  const search = find.querySelector("input");
  const facets = [...find.querySelectorAll("select")];
  const status = find.querySelector("[role=status]");
  const hits = find.querySelector(".hits"), MOST = 6, LIT = 60;
  const keys = document.querySelector("dialog");
  const switched = keys.querySelector("input");
  const noun = find.dataset.noun;
  const found = document.querySelectorAll(noun === "claims" ? ".card, .strict[id]" : "nav.outline li");
  const cards = [...found].map((element) => ({ element, facets: noun === "claims" ? facetsOf(element) : facetsOfPassage(element), index: null, score: 0 }));

  function facetsOfPassage(element) {
    return { verdict: [...element.querySelectorAll(".chip")].map(verdictOf).join(" ") };
  }

  function verdictOf(element) {
    return [...element.classList].find((name) => name.startsWith("is-")).slice("is-".length);
  }

  function facetsOf(element) {
    const section = element.closest("section").getAttribute("aria-labelledby").slice("claims:".length);
    const strength = element.querySelector(":scope > .judgement > .stamp button")?.textContent;
    return { verdict: verdictOf(element), section, strength, ...element.dataset };
  }

  // A strict reading stands folded within the card of the natural one, and is counted by itself.
  const isStrict = (card) => card.element.matches(".strict");

  // Read only when words are searched: most readers never do.
  const indexOf = (card) => (card.index ||= searching.indexed(fieldsOf(card.element)));
  const of = (element, selector) => [...element.querySelectorAll(selector)].map((each) => each.textContent).join(" ");
  function fieldsOf(element) {
    if (noun !== "claims") return [[element.textContent, 2], [[...element.querySelectorAll(".chip")].map((chip) => chip.getAttribute("aria-label")).join(" "), 1]];
    const at = element.closest(".group").id.slice("of:".length);
    const said = [...document.querySelectorAll(".copy .passage")].filter((each) => each.dataset.at === at).map((each) => each.textContent).join(" ");
    return [[`${of(element, ":scope > :is(h4, h5)")} ${element.id}`, 8], [of(element.closest(".group"), ".gist"), 3], [said, 3], [element.textContent, 1]];
  }

  const has = (card, facet, value) => !value || (card.facets[facet] || "").split(" ").includes(value);
  const fits = (card, except) => (!asked.length || card.score > 0) && facets.every((facet) => facet === except || has(card, facet.dataset.facet, facet.value));
  const scoreOf = ({ index, element }) => searching.scored(index, asked, lacking) + (search.value.trim().replace(/^#/, "") === element.id ? 99 : 0);
  // The words that are looked for; where no claim has them all, how many it may lack.
  let asked = [], lacking = 0;
  const sections = document.querySelectorAll(noun === "claims" ? ".sections > section:not(.unchecked), .group" : "nav.outline section");
  const isFiltered = () => asked.length > 0 || facets.some((facet) => facet.value);

  function show() {
    asked = search.value.trim() ? searching.asked(search.value, cards.map(indexOf)) : [];
    lacking = 0;
    do for (const card of cards) card.score = asked.length ? scoreOf(card) : 0;
    while (asked.length > 1 && !cards.some((card) => card.score) && (lacking += 1) < asked.length / 2);
    const fitting = cards.filter((card) => fits(card));
    rank(fitting);
    const natural = fitting.filter((card) => !isStrict(card)).length, strict = fitting.length - natural;
    const shown = new Set(fitting.map((card) => card.element));
    for (const { element } of cards) {
      const within = element.querySelectorAll(".strict");
      element.hidden = !shown.has(element) && ![...within].some((each) => shown.has(each));
      if (element.matches(".strict")) element.closest("details").open = isFiltered() && shown.has(element);
    }
    // On a narrow screen the text would stand between the search and what it finds.
    const text = document.querySelector(".text details");
    if (text && isFiltered() && matchMedia("(max-width: 63.99rem)").matches) text.open = false;
    for (const section of sections) section.hidden = !section.querySelector(noun === "claims" ? ".card:not([hidden])" : "li:not([hidden])");
    for (const facet of facets) count(facet);
    const all = cards.filter((card) => !isStrict(card)).length;
    status.textContent = `${natural} of ${all} ${noun}${isFiltered() && strict ? `, ${strict} strict reading${strict > 1 ? "s" : ""}` : ""}${fitting.length ? "" : ": no claim matches"}${nearly()}${lacking && fitting.length ? `; none has all ${asked.length} words` : ""}`;
    find.querySelector(".clear").disabled = !isFiltered();
  }

  // How what was found is marked stands here, since checkers of style sheets do not know it yet.
  if (CSS.highlights) {
    const marked = new CSSStyleSheet();
    marked.replaceSync("::highlight(found) { background: color-mix(in srgb, #ffd400 45%, transparent); }");
    document.adoptedStyleSheets.push(marked);
  }

  // The claims that the words fit best, as a list of links: the claims themselves stay in the order of the text.
  function rank(fitting) {
    const best = asked.length && noun === "claims" ? [...fitting].sort((one, other) => other.score - one.score).slice(0, MOST) : [];
    hits.replaceChildren(...best.map(({ element }) => {
      const item = document.createElement("li"), link = document.createElement("a"), heading = element.querySelector("h4, h5");
      link.href = `#${element.id}`;
      link.className = `mark is-${verdictOf(element)}`;
      link.textContent = heading.getAttribute("aria-label") || heading.textContent;
      item.append(link);
      return item;
    }));
    hits.hidden = !best.length;
    if (!CSS.highlights) return;
    const shown = [hits, ...fitting.slice(0, LIT).map((card) => card.element)];
    CSS.highlights.set("found", new Highlight(...(asked.length ? shown.flatMap((each) => searching.ranges(each, asked)) : [])));
  }

  // For a word that nothing has: what it was taken for.
  const nearly = () => asked.filter((group) => group.instead).map((group) => `, “${group.instead}” taken for ${group.any.slice(0, 3).join(", ")}`).join("");

  // Strict readings are counted where they are asked for, and never together with natural ones.
  function count(facet) {
    const asked = facets.find((each) => each.dataset.facet === "said")?.value === "strict";
    const others = cards.filter((card) => fits(card, facet));
    for (const option of facet.options) {
      const strict = facet.dataset.facet === "said" ? option.value === "strict" : asked;
      const number = others.filter((card) => isStrict(card) === strict && has(card, facet.dataset.facet, option.value)).length;
      if (option.value) option.textContent = `${option.dataset.word} (${number})`;
    }
  }

  function keep() {
    const address = new URL(location.href);
    for (const [name, field] of fields()) field.value ? address.searchParams.set(name, field.value) : address.searchParams.delete(name);
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page opened in a frame or from a file may not write its address: the filters work all the same.
    }
  }

  const fields = () => [["q", search], ...facets.map((facet) => [facet.dataset.facet, facet])];

  function restore() {
    const asked = new URLSearchParams(location.search);
    for (const [name, field] of fields()) field.value = asked.get(name) || "";
    for (const facet of facets) if (facet.selectedIndex < 0) facet.value = "";
    show();
  }

  function clear() {
    for (const [, field] of fields()) field.value = "";
    show();
    keep();
  }

  function reveal(id) {
    const target = id && document.getElementById(id);
    if (!target) return;
    const hidden = target.closest("[hidden]"), fold = target.closest("details:not([open])");
    if (hidden) clear();
    if (fold) fold.open = true;
    if (hidden || fold) target.scrollIntoView();
  }

  // A count of the tally is a link to this page with a filter.
  function filter(link) {
    const asked = new URL(link.href).searchParams;
    for (const [name, field] of fields()) field.value = asked.get(name) || "";
    show();
    keep();
    document.querySelector(".claims").scrollIntoView();
    find.querySelector("[role=status]").closest("p").querySelector(".clear").focus({ preventScroll: true });
  }

  function named(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  }

  function move(by) {
    const shown = cards.map((card) => card.element).filter((element) => !element.hidden && !element.matches(".strict"));
    const at = shown.indexOf(document.activeElement?.closest(".card, .outline li"));
    const next = at >= 0 ? at + by : nearest(shown, by);
    const card = shown[Math.min(Math.max(next, 0), shown.length - 1)];
    if (!card) return;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView();
  }

  // Without a card in focus: the one that follows, or goes before, what stands at the top of the window.
  function nearest(shown, by) {
    const below = shown.findIndex((element) => element.getBoundingClientRect().top > 8);
    const first = below < 0 ? shown.length : below;
    return by > 0 ? first : first - 1;
  }

  const pressed = {
    "/": () => { search.focus(); search.select(); find.scrollIntoView({ block: "nearest" }); },
    "?": () => keys.showModal(),
    j: () => move(1),
    k: () => move(-1),
  };

  function remembered(value) {
    try {
      if (value !== undefined) localStorage.setItem("probatum-keys", value);
      return localStorage.getItem("probatum-keys");
    } catch {
      return null;
    }
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, dialog");
    if (event.ctrlKey || event.altKey || event.metaKey || typing || keys.open || !switched.checked || !pressed[event.key]) return;
    event.preventDefault();
    pressed[event.key]();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    search.value ? clear() : search.blur();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']"), count = event.target.closest?.("a.count");
    if (link) reveal(named(link.hash));
    if (!count || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    filter(count);
  });
  for (const [, field] of fields()) field.addEventListener("input", () => { show(); keep(); });
  find.querySelector(".clear").addEventListener("click", () => { clear(); search.focus(); });
  find.querySelector(".keys").addEventListener("click", () => keys.showModal());
  keys.querySelector("button").addEventListener("click", () => keys.close());
  switched.checked = remembered() !== "off";
  switched.addEventListener("change", () => remembered(switched.checked ? "on" : "off"));
  window.addEventListener("hashchange", () => reveal(named(location.hash)));
  window.addEventListener("popstate", restore);

  find.hidden = false;
  restore();
  // An address with a filter is about what it finds.
  if (isFiltered() && !location.hash) find.scrollIntoView();
  reveal(named(location.hash));
})();
