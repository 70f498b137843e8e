// Plays gradient descent on a quadratic whose eigenvectors are the axes; thresholds and claims come from the page.
(() => {
  "use strict";
  const live = document.querySelector(".live");
  if (!live) return;
  const SIZE = 440, REACH = 1.1, PATH = 400, MOST = 100000, CLOSE = 0.01, SPAN = 2.4, TICKS = [-1, -0.5, 0.5, 1];
  const NEAR = 1 / 150;  // of the slider: a rate so near a mark is the mark's
  const numbers = (name) => live.dataset[name].split(" ").map(Number);
  const [flat] = numbers("curvatures"), steepAtFirst = numbers("curvatures")[1];
  const field = (name) => live.querySelector(`[data-field=${name}]`);
  const shown = (name) => live.querySelector(`[data-shown=${name}]`);
  const rate = field("rate"), conditioning = field("conditioning"), best = field("best"), starts = [field("x1"), field("x2")];
  const regimes = [...live.querySelectorAll("[data-from]")].map((element) => ({ element, from: Number(element.dataset.from) }));
  const plane = live.querySelector(".plane"), gauge = live.querySelector(".gauge");
  const neat = (number) => Number(number.toPrecision(3)).toString().replace("-", "−");

  const make = (parent, name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    set(element, attributes);
    parent.append(element);
    return element;
  };
  const set = (element, attributes) => { for (const name in attributes) element.setAttribute(name, attributes[name]); };
  const across = (number) => SIZE / 2 * (1 + clamp(number) / REACH), along = (number) => SIZE / 2 * (1 - clamp(number) / REACH);
  const clamp = (number) => Math.max(-50, Math.min(50, number));
  const write = (parent, x, y, words, more = {}) => { make(parent, "text", { x, y, ...more }).textContent = words; };

  make(plane, "path", { class: "axis", d: `M0 ${SIZE / 2}H${SIZE}M${SIZE / 2} 0V${SIZE}` });
  for (const tick of TICKS) {
    make(plane, "path", { class: "axis", d: `M${across(tick)} ${SIZE / 2 - 4}v8M${SIZE / 2 - 4} ${along(tick)}h8` });
    write(plane, across(tick), SIZE / 2 + 18, neat(tick), { "text-anchor": "middle" });
    write(plane, SIZE / 2 - 8, along(tick) + 4, neat(tick), { "text-anchor": "end" });
  }
  const levels = [1, 0.6, 0.3, 0.1].map((share) => ({ share, element: make(plane, "ellipse", { class: "curve s0", cx: SIZE / 2, cy: SIZE / 2 }) }));
  const line = make(plane, "path", { class: "path s1" }), specks = make(plane, "path", { class: "specks s1" });
  const handle = make(plane, "circle", { class: "marked", r: 9 }), grip = make(plane, "circle", { class: "grip", r: 30 });
  write(plane, SIZE - 22, SIZE / 2 - 8, "x₁");
  write(plane, SIZE / 2 + 8, 16, "x₂");
  const ticks = [58, 14, 58].map((y) => make(gauge, "text", { y, "text-anchor": "middle" }));
  const needle = make(gauge, "path", { class: "needle" });

  const curvatures = () => [flat, flat * Number(conditioning.value)];
  // Where the slower of the two directions is as fast as it can be: neither is favoured.
  const bestRate = ([small, large]) => 2 / (small + large);
  const marks = ([small, large]) => [1 / large, bestRate([small, large]), 2 / large];
  const named = (mark) => (Math.abs(1 / mark - Math.round(1 / mark)) < 1e-9 && 1 / mark > 2.5 && neat(mark).length > 5 ? `1/${Math.round(1 / mark)}` : neat(mark));

  function stepSize(bent) {
    if (best.checked) return bestRate(bent);
    const chosen = Number(rate.value);
    return marks(bent).find((mark) => Math.abs(mark - chosen) < NEAR * SPAN / bent[1]) ?? chosen;
  }

  function draw() {
    const bent = curvatures(), start = starts.map((each) => Number(each.value)), step = stepSize(bent);
    if (best.checked) rate.value = step;
    drawLevels(bent, start);
    drawPath(bent.map((curvature) => 1 - step * curvature), start);
    for (const element of [handle, grip]) set(element, { cx: across(start[0]), cy: along(start[1]) });
    drawGauge(bent, step);
    tell(bent, start, step);
  }

  function drawLevels(bent, start) {
    const value = bent[0] * start[0] ** 2 + bent[1] * start[1] ** 2;
    for (const { share, element } of levels) {
      const [wide, tall] = bent.map((curvature) => SIZE / 2 / REACH * share * Math.sqrt(value / curvature));
      set(element, { rx: wide, ry: tall });
    }
  }

  function drawGauge(bent, step) {
    const place = (each) => SIZE * each * bent[1] / SPAN;
    set(needle, { d: `M${place(step)} 16V42` });
    marks(bent).forEach((mark, index) => {
      set(ticks[index], { x: place(mark) });
      ticks[index].textContent = named(mark);
      shown(["overshoots", "fewest", "never"][index]).textContent = named(mark);
    });
  }

  function drawPath(factors, start) {
    const points = [];
    for (let point = start; points.length < PATH && Math.hypot(...point) > 1e-3; point = point.map((each, place) => each * factors[place])) {
      points.push(`${across(point[0]).toFixed(1)} ${along(point[1]).toFixed(1)}`);
      if (Math.hypot(...point) > 40) break;
    }
    if (points.length < PATH && Math.hypot(...start) > 0 && factors.every((factor) => Math.abs(factor) < 1)) points.push(`${SIZE / 2} ${SIZE / 2}`);
    set(line, { d: points.length ? `M${points.join("L")}` : "" });
    set(specks, { d: points.map((each) => `M${each}h0`).join("") });
  }

  function steps(factors, start) {
    const goal = CLOSE * Math.hypot(...start);
    if (goal === 0) return 0;
    if (factors.some((factor, place) => start[place] !== 0 && Math.abs(factor) >= 1)) return Infinity;
    let point = start, count = 0;
    for (; Math.hypot(...point) > goal && count < MOST; count += 1) point = point.map((each, place) => each * factors[place]);
    return count < MOST ? count : Infinity;
  }

  function tell(bent, start, step) {
    const products = bent.map((curvature) => snapped(step * curvature));
    const count = steps(products.map((product) => 1 - product), start);
    for (const [name, value] of [["rate", named(step)], ["conditioning", conditioning.value], ["x1", neat(start[0])], ["x2", neat(start[1])]]) shown(name).textContent = value;
    rate.setAttribute("aria-valuetext", `${named(step)}, ${exactly(products[1]) || regimeOf(products[1]).element.dataset.label} in x₂`);
    const words = Number.isFinite(count)
      ? `${count.toLocaleString("en")} ${count === 1 ? "step" : "steps"} to get a hundred times closer`
      : "never gets a hundred times closer";
    if (shown("steps").textContent !== words) shown("steps").textContent = words;
    for (const regime of regimes) {
      const here = products.map((product, place) => (!exactly(product) && regimeOf(product) === regime ? `x${"₁₂"[place]}: ${neat(product)}` : "")).filter(Boolean);
      regime.element.querySelector(".now").textContent = here.join(", ");
      regime.element.classList.toggle("is-now", here.length > 0);
    }
    shown("exactly").textContent = products.map((product, place) => (exactly(product) ? `x${"₁₂"[place]}: exactly ${neat(product)}, ${exactly(product)}.` : "")).filter(Boolean).join(" ");
  }

  const regimeOf = (product) => regimes.reduce((found, regime) => (product > regime.from ? regime : found), regimes[0]);
  const exactly = (product) => regimes.find((regime) => regime.from === product)?.element.dataset.exactly;
  // A mark divided by a curvature and multiplied by it again may end a last digit off.
  const snapped = (product) => regimes.map((regime) => regime.from).find((from) => Math.abs(from - product) < 1e-12) ?? product;

  function rescale() {
    const most = SPAN / curvatures()[1], step = Number(rate.value);
    rate.max = most;
    rate.value = Math.min(step, most);
  }

  function drag(event) {
    const box = plane.getBoundingClientRect();
    const place = [(event.clientX - box.left) / box.width * 2 - 1, 1 - (event.clientY - box.top) / box.height * 2];
    starts.forEach((each, index) => { each.value = place[index] * REACH; });
    draw();
  }

  grip.addEventListener("pointerdown", (event) => { grip.setPointerCapture(event.pointerId); event.preventDefault(); });
  grip.addEventListener("pointermove", (event) => { if (grip.hasPointerCapture(event.pointerId)) drag(event); });
  conditioning.addEventListener("input", rescale);
  rate.addEventListener("input", () => { best.checked = false; });
  for (const each of [rate, conditioning, best, ...starts]) each.addEventListener("input", draw);
  live.querySelector(".again").addEventListener("click", () => begin(steepAtFirst / flat, false));
  live.querySelector(".rescaled").addEventListener("click", () => begin(1, true));

  function begin(condition, atBest) {
    conditioning.value = condition;
    best.checked = atBest;
    rescale();
    rate.value = Number(live.dataset.rate);
    numbers("start").forEach((number, place) => { starts[place].value = number; });
    draw();
  }

  live.querySelector(".still").hidden = true;
  for (const element of live.querySelectorAll(".played")) element.hidden = false;
  begin(steepAtFirst / flat, true);
})();
