// Enter goes on to the next field, as in a sheet of figures, and hands nothing in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bench, INPUTS, PACK, portal } from "./support.mjs";

const { open } = bench();

const focus = (/** @type {import("playwright-core").Page} */ page) => page.evaluate(() => document.activeElement?.id);
const chosen = (/** @type {import("playwright-core").Page} */ page) => page.evaluate(() => String(getSelection()));

/** Enter is heard as soon as the panel's part is there. @param {string} html @param {any} [options] */
async function ready(html, options) {
  const bench = await open(html, options);
  await bench.page.waitForSelector(".tianbao-panel");
  return bench;
}

test("Enter goes on and chooses what stands there, Shift+Enter back, the last one is only left and taken up again", async () => {
  const { page, type, said } = await ready(portal());
  await type("#emp", "30");
  await type("#labour", "20");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "emp");
  assert.equal(await chosen(page), "30");
  assert.match(await said("#labour"), /多于劳动力总数/, "Enter commits as leaving does");
  await page.keyboard.press("Shift+Enter");
  assert.equal(await focus(page), "labour");
  assert.equal(await chosen(page), "20");
  await page.keyboard.press("Shift+Enter");
  assert.equal(await focus(page), "labour");
  for (const id of ["emp", "last", "pay", "terrain"]) {
    await page.keyboard.press("Enter");
    assert.equal(await focus(page), id);
  }
  assert.match(page.url(), /portal\.html$/);
});

test("at the last field Enter commits once, and nothing is sent", async () => {
  const { page, type, said } = await ready(portal({ inputs: INPUTS.split("\n").slice(0, 2).join("\n"), pack: PACK }));
  await page.evaluate(() => {
    /** @type {any} */ (window).heard = [];
    document.addEventListener("change", (event) => /** @type {any} */ (window).heard.push(/** @type {any} */ (event.target).id));
  });
  await type("#labour", "20");
  await type("#emp", "30");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "emp");
  assert.match(await said("#emp"), /多于劳动力总数/);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ["labour", "emp"]);
  assert.match(page.url(), /portal\.html$/);
});

test("radios and checkboxes go on too; what cannot be answered is passed over", async () => {
  const inputs = INPUTS.replace(`id="emp"`, `id="emp" disabled`).replace(`id="last"`, `id="last" readonly`).replace("<p><label>发放总额", `<p style="display:none"><label>发放总额`);
  const { page } = await ready(portal({ inputs: `<div id="scenic-first">${inputs.split("\n")[5]}</div>${inputs.split("\n").slice(0, 5).join("\n")}` }));
  await page.focus("[name=hasScenic][value=N]");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "labour");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "terrain");
});

test("a field in a tab of the page is gone to, and one in a pane that no tab opens is passed over", async () => {
  const [labour, emp, last, pay] = INPUTS.split("\n");
  const body = `<div role="tablist"><a role="tab" id="one" href="#a" aria-controls="a">一</a><a role="tab" id="two" href="#b" aria-controls="b">二</a></div>
    <form id="report"><div id="a">${labour}</div><div id="b" style="display:none">${emp}</div><div style="display:none">${last}</div>${pay}</form>`;
  const { page } = await ready(portal({ body }));
  // A framework draws what a tab shows after the press.
  await page.evaluate(() => document.getElementById("two")?.addEventListener("click", (event) => {
    event.preventDefault();
    setTimeout(() => /** @type {any} */ (document.getElementById("b")).style.removeProperty("display"), 20);
  }));
  await page.focus("#labour");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "emp");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "pay");
});

test("what is not ours: composition, chords, what the page answered, an open list, a text of several lines, buttons, other inputs", async () => {
  const inputs = `${INPUTS.replace(`id="emp"`, `id="emp" role="combobox" aria-expanded="true"`).replace(`<input name="pay" id="pay">`, `<textarea name="pay" id="pay"></textarea>`)}
    <p><label>查找 <input id="find"></label></p>`;
  const { page } = await ready(portal({ inputs }));
  await page.evaluate(() => document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault()));
  /** @param {string} id @param {any} how */
  const prevented = (id, how) => page.evaluate(([id, how]) => {
    const element = /** @type {any} */ (document.getElementById(id));
    element.focus();
    return !element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true, ...how }));
  }, [id, how]);
  for (const how of [{ isComposing: true }, { keyCode: 229 }, { ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
    assert.equal(await prevented("labour", how), false, JSON.stringify(how));
    assert.equal(await focus(page), "labour");
  }
  for (const id of ["emp", "pay", "terrain", "find", "send"]) {
    assert.equal(await prevented(id, {}), false, id);
    assert.equal(await focus(page), id);
  }
  assert.equal(await prevented("labour", {}), true);
  assert.equal(await focus(page), "emp");
  await page.evaluate(() => document.querySelector("form")?.addEventListener("keydown", (event) => event.preventDefault()));
  await prevented("labour", {});
  assert.equal(await focus(page), "labour", "the page answered by itself");
});

test("a page that hands in at the keyup of Enter does not hear of one that went on, and hears of its own", async () => {
  const { page } = await ready(portal({ attributes: `data-form="#report" data-guard="off"`, inputs: `${INPUTS}<p><input id="find"></p>` }));
  await page.evaluate(() => {
    /** @type {any} */ (window).heard = [];
    document.querySelector("form")?.addEventListener("keyup", (event) => event.key === "Enter" && /** @type {any} */ (window).heard.push(/** @type {any} */ (event.target).id));
    document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  });
  await page.focus("#labour");
  await page.keyboard.press("Enter");
  await page.focus("#find");
  await page.keyboard.press("Enter");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ["find"]);
});

test("a key held down goes one field far, and detach gives Enter back", async () => {
  const { page, sent } = await ready(portal());
  await page.focus("#labour");
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  assert.equal(await focus(page), "emp");
  await page.evaluate(() => window.Tianbao?.attached[0].detach());
  await page.keyboard.press("Enter");
  assert.match(await sent() ?? "", /labourForce=/);
});
