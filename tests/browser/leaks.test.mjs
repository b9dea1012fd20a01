// What is attached and detached leaves nothing behind: no listener, no timer, no observer, no node.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openChromium } from "../harness/chromium.mjs";
import { ledger } from "../harness/ledger.mjs";
import { during, inside } from "../harness/visit.mjs";
import { quiet } from "./pages.mjs";

/** @type {Awaited<ReturnType<typeof openChromium>>} */
let chromium;
before(async () => void (chromium = await openChromium()));
after(() => chromium.close());

for (const pack of ["once", "#pack"]) {
  test(`a hundred rounds leave the page as it was, with the pack ${pack === "once" ? "loaded once" : "loaded each time"}`, () => during(chromium, { html: quiet, init: [ledger] }, async ({ page, problems }) => {
    const balance = () => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(() => done(/** @type {any} */ (window).ledger()), 50)), 50)));
    const before = await balance();
    await page.evaluate(() => window.Tianbao.attach("#report", { pack: "#pack" }));
    assert.ok((await balance()).listeners.length > before.listeners.length + 10, "there is something to leave behind");
    await page.evaluate(() => window.Tianbao.attached[0].detach());
    await inside(page, "rounds.js", "rounds", { rounds: 2, pack });
    await inside(page, "rounds.js", "rounds", { rounds: 98, pack, drawn: false });
    assert.deepEqual(await balance(), before);
    assert.deepEqual(problems, []);
  }));
}
