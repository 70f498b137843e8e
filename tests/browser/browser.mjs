// Opens pages in a browser and answers questions about them: one JSON request a line on standard input, one answer a line on standard output.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [, , executable, modules] = process.argv;
const require = createRequire(`${modules}/x.js`);
const { chromium } = require("playwright-core");
const switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: executable, args: switches });
const patience = 120_000; // milliseconds: a busy machine is slow, and what never comes is a fault
let page, context, requests, problems;

const acts = {
  async open({ url, script = true, width = 1280, dark = false, print = false }) {
    await context?.close();
    context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    [requests, problems] = [[], []];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => problems.push(message.text()));
    page.on("dialog", (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(url);
    if (print) await page.emulateMedia({ media: "print" });
  },
  press: ({ key }) => page.keyboard.press(key),
  type: ({ text }) => page.keyboard.type(text),
  click: ({ selector }) => page.locator(selector).first().click(),
  choose: ({ selector, value }) => page.locator(selector).selectOption(value),
  focus: ({ selector }) => page.locator(selector).focus(),
  drag: async ({ selector, x, y }) => {
    await page.locator(selector).scrollIntoViewIfNeeded();
    const box = await page.locator(selector).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 });
    await page.mouse.up();
  },
  arrive: ({ name }) => page.waitForURL((url) => url.pathname.endsWith(name)),
  // The policy of the page forbids what waitForFunction does.
  async until({ code }) {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
      if (await page.evaluate(code)) return true;
    }
    return false;
  },
  ask: ({ code }) => page.evaluate(code),
  text: ({ selector }) => page.locator(selector).first().innerText(),
  count: ({ selector }) => page.locator(`${selector}:visible`).count(),
  back: () => page.goBack(),
  requests: () => requests,
  problems: () => problems,
  async axe({ tags }) {
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8"));
    const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), tags);
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) }));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { act, ...more } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ answer: (await acts[act](more)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
await browser.close();
