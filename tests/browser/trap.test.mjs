// The engine stops in the middle of a keystroke: nobody notices, nothing is lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cache } from "../../www/tool/places.mjs";
import { bench, portal } from "./support.mjs";

const { open } = bench();

/** @type {{ exports: Record<string, string> }} the module's exports and the letters that the build gave them */
const { exports: letters } = JSON.parse(readFileSync(join(cache, "names.json"), "utf8"));
const calls = Object.keys(letters).filter((name) => /^wasmsession_(set|report|setMany|set_many|justify)/i.test(name));
const trapDoor = { content: `(${makeTrap})(${JSON.stringify(calls.map((name) => letters[name]))})` };

/** Lets every instance of the engine trap in some of its exports where `window.trap` says so. @param {string[]} trapping */
function makeTrap(trapping) {
  const instantiate = WebAssembly.instantiate;
  /** @type {any} */ (window).trap = 0;
  /** @type {any} */ (window).instances = 0;
  /** @type {any} */ (WebAssembly).instantiate = async (/** @type {any[]} */ ...args) => {
    const made = await instantiate.apply(WebAssembly, /** @type {any} */ (args));
    const instance = /** @type {any} */ (made).instance || made;
    /** @type {Record<string, any>} */
    const exports = {};
    for (const name of Object.keys(instance.exports)) {
      const real = instance.exports[name];
      exports[name] = !trapping.includes(name) ? real : (/** @type {any[]} */ ...rest) => {
        if (/** @type {any} */ (window).trap > 0) {
          /** @type {any} */ (window).trap -= 1;
          throw new WebAssembly.RuntimeError("unreachable");
        }
        return real(...rest);
      };
    }
    /** @type {any} */ (window).instances += 1;
    const changed = { exports };
    return /** @type {any} */ (made).instance ? { module: /** @type {any} */ (made).module, instance: changed } : changed;
  };
}

test("after a trap a fresh instance knows everything and answers the same keystroke", async () => {
  const { page, type, leave, said, counts, report, problems } = await open(portal(), { init: trapDoor });
  await page.waitForFunction(() => /** @type {any} */ (window).instances === 2);
  await type("#labour", "2436");
  await type("#emp", "800");
  await leave();
  await page.evaluate(() => /** @type {any} */ (window).Tianbao.attached[0].session.justify("low_rate", "本年六月起企业停产，外出人员返乡较多"));
  const before = await report();
  await page.evaluate(() => void (/** @type {any} */ (window).trap = 1));
  await page.click("#pay");
  await page.keyboard.type("5");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).trap), 0, "it did trap");
  const now = await report();
  assert.equal(now.fields.pay.value, "5");
  assert.equal(now.fields.emp_total.value, "800");
  assert.deepEqual(now.metrics, before.metrics);
  assert.deepEqual(now.findings, before.findings, "with the reason");
  await type("#emp", "3000");
  await leave();
  assert.match(await said("#emp"), /多于/);
  assert.match(await counts(), /强制 1/);
  assert.equal(problems.length, 1, "one warning");
});

test("an engine that traps again and again lets the form go on and pass unchecked", async () => {
  const body = `<form id="report" action="/sent" method="post" target="answer"><input name="labourForce" id="labour"><input name="empTotal" id="emp"><button id="send">提交</button></form><iframe name="answer"></iframe>`;
  const { page, type } = await open(portal({ body }), { init: trapDoor });
  await page.waitForFunction(() => /** @type {any} */ (window).instances === 2);
  await type("#labour", "20");
  await page.evaluate(() => {
    /** @type {any} */ (window).trap = 1e9;
    document.addEventListener("tianbao:unchecked", () => (document.title = "unchecked"));
  });
  await type("#emp", "30");
  await page.click("#send");
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("#body"));
  assert.equal(await page.title(), "unchecked");
  await page.evaluate(() => void (/** @type {any} */ (window).trap = 0));
  await page.waitForFunction(() => document.querySelector("#emp")?.hasAttribute("aria-invalid"), null, { timeout: 5000 });
});
