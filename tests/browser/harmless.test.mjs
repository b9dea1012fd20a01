// The page's own behaviour stays as it was.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { dist } from "../../www/tool/places.mjs";
import { bench, INPUTS, portal, STRICT } from "./support.mjs";

const { open } = bench();

test("a strict content security policy is never touched, in any state", async () => {
  const { page, problems, type, leave } = await open(portal(), { csp: STRICT });
  await type("#labour", "2436");
  await type("#emp", "800");
  await type("#pay", "1.2万");
  await leave();
  await page.click("#send");
  await page.locator(".tianbao-tab").nth(1).click();
  await page.locator(".tianbao-tab").nth(0).click();
  await page.locator(".tianbao-reason-toggle").click();
  await page.setViewportSize({ width: 375, height: 700 });
  assert.deepEqual(problems, []);
});

test("after the load nothing is requested, and offline everything works", async () => {
  const { page, context, site, type, leave, said, problems } = await open(portal());
  const loaded = site.requests.length;
  await context.setOffline(true);
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await said("#emp"), /多于/);
  await page.click("#send");
  assert.equal(site.requests.length, loaded);
  assert.deepEqual(problems, []);
});

test("detach leaves the page as it was, byte for byte", async () => {
  const { page, type, leave } = await open(portal().replace(`data-pack="#pack"`, ""), { ready: false });
  await page.waitForFunction(() => window.Tianbao);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attach("#report", { pack: "#pack" }));
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await page.click("#send");
  assert.notEqual(await page.evaluate(() => document.documentElement.outerHTML), before);
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].detach());
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
  assert.equal(await page.evaluate(() => Object.prototype.hasOwnProperty.call(document.querySelector("form"), "submit")), false);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached.length), 0);
  await type("#emp", "x");
  await page.click("#send");
  assert.match(page.url(), /sent/);
});

test("it works from a file, with the pack in the page", async () => {
  const { page, type, leave, said } = await open(portal());
  const file = join(dist, "file-test.html");
  writeFileSync(file, portal({ src: "tianbao.js" }));
  try {
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction(() => window.Tianbao && window.Tianbao.attached.length > 0);
    await type("#labour", "20");
    await type("#emp", "30");
    await leave();
    assert.match(await said("#emp"), /多于/);
  } finally {
    rmSync(file);
  }
});

test("only one name is added to the page", async () => {
  const script = readFileSync(join(dist, "tianbao.js"), "utf8");
  const { page } = await open(`<!doctype html><title>x</title><link rel="icon" href="data:,">`, { ready: false });
  const added = await page.evaluate((code) => {
    const before = new Set(Object.getOwnPropertyNames(window));
    const script = document.createElement("script");
    script.textContent = code;
    document.head.appendChild(script);
    return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
  }, script);
  assert.deepEqual(added, ["Tianbao"]);
});

test("the tag twice is one form; two tags with different forms are two", async () => {
  const tag = `<script src="/dist/tianbao.js" data-pack="#pack" data-form="#report" defer></script>`;
  const twice = await open(portal({ head: tag }));
  await twice.page.waitForTimeout(200);
  assert.equal(await twice.page.evaluate(() => /** @type {any} */ (window).Tianbao.attached.length), 1);
  const body = `<form id="report"><input name="labourForce" id="labour"><input name="empTotal" id="emp"></form>
    <form id="other"><input name="labourForce" id="labour2"><input name="empTotal" id="emp2"></form>`;
  const two = await open(portal({ body, head: tag.replace("#report", "#other") }));
  await two.page.waitForFunction(() => window.Tianbao && window.Tianbao.attached.length === 2);
  await two.type("#labour2", "20");
  await two.type("#emp2", "30");
  await two.leave();
  assert.match(await two.said("#emp2"), /多于/);
  assert.equal(await two.said("#emp"), "");
  await two.page.evaluate(() => /** @type {any} */ (window).Tianbao.attached.filter((/** @type {any} */ one) => one.container.id === "other")[0].detach());
  assert.equal(await two.page.locator(".tianbao-panel").count(), 1);
});

test("frozen prototypes and careless globals of the page break nothing", async () => {
  const { page, type, leave, said, problems } = await open(portal(), {
    init: () => {
      /** @type {any} */ (Array.prototype).remove = function () {};
      /** @type {any} */ (Object.prototype).extra = "x";
      Object.freeze(Object.prototype);
      Object.freeze(Array.prototype);
    },
  });
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await said("#emp"), /多于/);
  await page.click("#send");
  assert.deepEqual(problems, []);
});

test("a form that leaves the page takes everything of ours with it", async () => {
  const { page, type, leave, problems } = await open(portal());
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  await page.evaluate(() => document.querySelector("form")?.remove());
  await page.waitForFunction(() => document.querySelectorAll("[class^=tianbao]").length === 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached.length), 0);
  assert.deepEqual(problems, []);
});

test("an option that says nothing usable falls back and warns once", async () => {
  const { problems, type, leave, said } = await open(portal({ attributes: `data-form="#report" data-draft="soon"`, inputs: INPUTS }));
  await type("#labour", "20");
  await type("#emp", "30");
  await leave();
  assert.match(await said("#emp"), /多于/);
  assert.equal(problems.length, 1, problems.join("\n"));
  assert.ok(problems.every((text) => text.startsWith("warning: Tianbao: ")));
});
