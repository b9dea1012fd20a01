// The same script on the demo page of every stack, in every browser that can show it: see tests/harness/stacks.mjs for what it does.
// STACKS and BROWSERS narrow it down, by parts of names: STACKS=layui BROWSERS="Chromium 64" node --test tests/browser/stacks.test.mjs
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { noFirefox, openFirefox } from "../harness/firefox.mjs";
import { noOldChromium, openOldChromium } from "../harness/old-chromium.mjs";
import { noQtChromium, openQtChromium } from "../harness/qt-chromium.mjs";
import { noQtWebkit, openQtWebkit } from "../harness/qtwebkit.mjs";
import { serve } from "../harness/serve.mjs";
import { runStack } from "../harness/stacks.mjs";
import { noWebkit, openWebkit } from "../harness/webkit.mjs";
import { cache } from "../../www/tool/places.mjs";
import { stacks } from "./stacks/index.mjs";

/** What shall run in offices' old browsers, by the beginnings of names. */
const OLD = ["native", "layui 2.9", "RuoYi: ", "EasyUI"];
const NO_WASM = ["native", "layui 2.9", "EasyUI"];

/** @type {Record<string, { skip?: string, open: () => Promise<any>, of?: string[] }>} */
const BROWSERS = {
  "today's Chromium": { open: openTodays },
  "Chromium 64": { skip: noOldChromium, open: () => openOldChromium(64), of: OLD },
  "Chromium 69": { skip: noOldChromium, open: () => openOldChromium(69), of: OLD },
  "Chromium 79": { skip: noOldChromium, open: () => openOldChromium(79), of: OLD },
  "Chromium 87": { skip: noQtChromium, open: openQtChromium, of: OLD },
  "Chromium 92": { skip: noOldChromium, open: () => openOldChromium(92), of: OLD },
  Firefox: { skip: noFirefox, open: openFirefox, of: OLD },
  "WebKit, Safari 16": { skip: noWebkit, open: openWebkit, of: OLD },
  "WebKit, Safari 10": { skip: noQtWebkit, open: openQtWebkit, of: NO_WASM },
};
/** Of all fields that the pages ask, by themselves, in today's browser. */
const BOUND = 0.97;

const asked = (/** @type {string} */ name, /** @type {string | undefined} */ part) => !part || name.includes(part);
/** @param {{ failures: string[] }} row */
const faults = (row) => row.failures.filter((failure) => !failure.startsWith("unbound"));
/** @type {any[]} */
const rows = [];

describe("stacks", { concurrency: 2 }, () => {
  for (const [name, { skip, open, of }] of Object.entries(BROWSERS)) {
    const chosen = stacks.filter((stack) => asked(stack.name, process.env.STACKS) && (!of || of.some((beginning) => stack.name.startsWith(beginning))));
    if (chosen.length === 0 || !asked(name, process.env.BROWSERS)) continue;
    describe(name, { skip, concurrency: 1 }, () => {
      /** @type {any} */
      let user;
      /** @type {Awaited<ReturnType<typeof serve>>} */
      let site;
      before(async () => {
        site = await serve();
        // One that does not come up is started once more.
        user = await open().catch((error) => (of ? open() : Promise.reject(error)));
      });
      after(async () => {
        await user?.close();
        await site?.close();
      });

      for (const stack of chosen) {
        test(stack.name, async () => {
          let row = await runStack(stack, user, site);
          // Old browsers on a busy machine lose a key or a press now and then, with us or without: started anew, they are asked again.
          for (let again = 0; faults(row).length > 0 && of && again < 2; again += 1) {
            console.log(`${name}, ${stack.name}, once more: ${faults(row).join("; ")}`);
            await user.close();
            user = await open();
            row = await runStack(stack, user, site);
          }
          rows.push({ browser: name, ...row });
          assert.deepEqual(faults(row), []);
        });
      }
    });
  }
});

after(() => {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "stacks.json"), `${JSON.stringify(rows, null, 1)}\n`);
  console.table(rows.map(({ browser, failures, kernel, ...row }) => ({ ...row, kernel })));
  const todays = rows.filter(({ browser }) => browser === "today's Chromium");
  const sum = (/** @type {string} */ name) => todays.reduce((all, row) => all + row[name], 0);
  if (todays.length > 0 && sum("bound") < BOUND * sum("fields")) throw new Error(`bound by themselves: ${sum("bound")} of ${sum("fields")}`);
});
