// Plays gradient descent on a quadratic whose eigenvectors are the axes; thresholds and claims come from the page.
(() => {
  "use strict";
  const live = document.querySelector(".live");
  if (!live) return;
  const SIZE = 440, REACH = 1.1, PATH = 400, MOST = 100000, CLOSE = 0.01, SPAN = 2.4, FINE = 240;
  const numbers = (name) => live.dataset[name].split(" ").map(Number);
  const [flat] = numbers("curvatures"), steepAtFirst = numbers("curvatures")[1];
  const field = (name) => live.querySelector(`[data-field=${name}]`);
  const rate = field("rate"), conditioning = field("conditioning"), starts = [field("x1"), field("x2")];
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

  make(plane, "path", { class: "axis", d: `M0 ${SIZE / 2}H${SIZE}M${SIZE / 2} 0V${SIZE}` });
  const levels = [1, 0.6, 0.3, 0.1].map((share) => ({ share, element: make(plane, "ellipse", { class: "curve s0", cx: SIZE / 2, cy: SIZE / 2 }) }));
  const line = make(plane, "path", { class: "path s1" }), specks = make(plane, "path", { class: "specks s1" });
  const handle = make(plane, "circle", { class: "marked handle", r: 9 });
  for (const [x, y, words] of [[SIZE - 22, SIZE / 2 - 8, "x₁"], [SIZE / 2 + 8, 16, "x₂"]]) make(plane, "text", { x, y }).textContent = words;
  const needle = make(gauge, "path", { class: "needle" });

  function draw() {
    const curvatures = [flat, flat * Number(conditioning.value)], start = starts.map((each) => Number(each.value));
    const step = Number(rate.value);
    drawLevels(curvatures, start);
    drawPath(curvatures.map((curvature) => 1 - step * curvature), start);
    set(handle, { cx: across(start[0]), cy: along(start[1]) });
    set(needle, { d: `M${SIZE * step * curvatures[1] / SPAN} 0V26` });
    tell(curvatures, start, step);
  }

  function drawLevels(curvatures, start) {
    const value = curvatures[0] * start[0] ** 2 + curvatures[1] * start[1] ** 2;
    for (const { share, element } of levels) {
      const [wide, tall] = curvatures.map((curvature) => SIZE / 2 / REACH * share * Math.sqrt(value / curvature));
      set(element, { rx: wide, ry: tall });
    }
  }

  function drawPath(factors, start) {
    const points = [];
    for (let point = start; points.length < PATH && Math.hypot(...point) > 1e-3; point = point.map((each, place) => each * factors[place])) {
      points.push(`${across(point[0]).toFixed(1)} ${along(point[1]).toFixed(1)}`);
      if (Math.hypot(...point) > 40) break;
    }
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

  function tell(curvatures, start, step) {
    const products = curvatures.map((curvature) => step * curvature);
    const count = steps(products.map((product) => 1 - product), start);
    for (const [name, value] of [["rate", neat(step)], ["conditioning", conditioning.value], ["x1", neat(start[0])], ["x2", neat(start[1])]])
      live.querySelector(`[data-shown=${name}]`).textContent = value;
    rate.setAttribute("aria-valuetext", `${neat(step)}, ${regimeOf(products[1]).element.dataset.label} in x₂`);
    live.querySelector("[data-shown=steps]").textContent = Number.isFinite(count)
      ? `${count.toLocaleString("en")} ${count === 1 ? "step" : "steps"} to a hundredth of the distance`
      : "never gets to a hundredth of the distance";
    for (const regime of regimes) {
      const here = products.map((product, place) => regimeOf(product) === regime ? `x${"₁₂"[place]}: ${neat(product)}` : "").filter(Boolean);
      regime.element.querySelector(".now").textContent = here.join(", ");
      regime.element.classList.toggle("is-now", here.length > 0);
    }
  }

  const regimeOf = (product) => regimes.reduce((found, regime) => (product > regime.from ? regime : found), regimes[0]);

  function rescale() {
    const most = SPAN / (flat * Number(conditioning.value)), step = Number(rate.value);
    rate.max = most;
    rate.min = rate.step = most / FINE;
    rate.value = Math.min(step, most);
  }

  function drag(event) {
    const box = plane.getBoundingClientRect();
    const place = [(event.clientX - box.left) / box.width * 2 - 1, 1 - (event.clientY - box.top) / box.height * 2];
    starts.forEach((each, index) => { each.value = place[index] * REACH; });
    draw();
  }

  plane.addEventListener("pointerdown", (event) => { plane.setPointerCapture(event.pointerId); drag(event); event.preventDefault(); });
  plane.addEventListener("pointermove", (event) => { if (plane.hasPointerCapture(event.pointerId)) drag(event); });
  conditioning.addEventListener("input", rescale);
  for (const each of [rate, conditioning, ...starts]) each.addEventListener("input", draw);
  live.querySelector(".again").addEventListener("click", begin);

  function begin() {
    conditioning.value = steepAtFirst / flat;
    rescale();
    rate.value = Number(live.dataset.rate);
    numbers("start").forEach((number, place) => { starts[place].value = number; });
    draw();
  }

  live.querySelector(".still").hidden = true;
  for (const element of live.querySelectorAll(".played")) element.hidden = false;
  begin();
})();
