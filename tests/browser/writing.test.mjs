// What we write for the person is what is sent: on the page of every stack, each figure is written by us, not typed, and the page
// hands in the same as if it had been typed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTodays } from "../harness/chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { Visit } from "../harness/stacks.mjs";
import { stacks } from "./stacks/index.mjs";

/** @type {any} */
let user;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  site = await serve();
  user = await openTodays();
});
after(async () => {
  await user.close();
  await site.close();
});

/** What the page hands in. @param {Visit} visit @param {string} way */
async function handedIn(visit, way) {
  const since = site.posts.length;
  await visit.stack.submit[way](user);
  await visit.until("nothing was handed in", async () => visit.sent(since).length > 0);
  return visit.sent(since);
}

for (const stack of stacks) {
  if (process.env.STACKS && !stack.name.includes(process.env.STACKS)) continue;
  test(stack.name, async () => {
    const visit = new Visit(stack, user, site);
    const [way] = Object.keys(stack.submit);
    await visit.fill({ plain: true, quick: true });
    const typed = await handedIn(visit, way);
    await visit.open({ plain: true });
    for (const [field, text] of Object.entries(stack.good)) {
      await visit.show(field);
      const { took, shown } = await user.evaluate(`import("/tests/browser/inside/write.js").then(function (own) { return own.write(${JSON.stringify(stack.fields[field])}, ${JSON.stringify(text)}); })`);
      // Lists and buttons are the person's to choose from.
      if (!took) await user.fill(stack.fields[field], text);
      // A stack may show more places than were written.
      else assert.ok(shown === text || Number(shown.replace(/,/g, "")) === Number(text), `${field}: wrote ${text}, shows ${shown}`);
    }
    assert.deepEqual(await handedIn(visit, way), typed);
  });
}
