// Under eight content security policies, from none to the strictest: the form is checked, shown and stopped, by whichever engine the
// policy lets run, and nothing but the one question whether wasm may run offends it.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openChromium, openTodays } from "../harness/chromium.mjs";
import { noOldChromium, openOldChromium } from "../harness/old-chromium.mjs";
import { serve } from "../harness/serve.mjs";
import { dist } from "../../www/tool/places.mjs";
import { PACK, portal } from "./support.mjs";

/** @typedef {Awaited<ReturnType<typeof openOldChromium>>} Person */
/** @typedef {"wasm" | "js"} Kind */

const sums = readFileSync(join(dist, "SHA384SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  "));
const SUM = sums.filter(([, name]) => name === "tianbao.js")[0][0];
const ALL_SUMS = sums.filter(([, name]) => /^tianbao[\w-]*\.js$/.test(name)).map(([sum]) => `'${sum}'`).join(" ");
const FORM = `data-form="#report"`;

/**
 * The table in the READMEs, row by row. `early`: what runs on kernels that don't know `'wasm-unsafe-eval'` (Chromium before 97);
 * `fetches`: whether a pack may be had from an address.
 * @type {{ name: string, csp: string, engine: Kind, early?: Kind, fetches: boolean, attributes?: string }[]}
 */
const POLICIES = [
  { name: "none", csp: "", engine: "wasm", fetches: true },
  { name: "what older portals send", csp: "script-src 'self' 'unsafe-inline' 'unsafe-eval'", engine: "wasm", fetches: true },
  {
    name: "wasm allowed by name",
    csp: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'",
    engine: "wasm", early: "js", fetches: true,
  },
  { name: "all from here", csp: "default-src 'self'", engine: "js", fetches: true },
  {
    name: "a nonce, and what it brings",
    csp: "script-src 'nonce-dGlhbmJhbw' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
    engine: "js", fetches: true, attributes: `${FORM} nonce="dGlhbmJhbw"`,
  },
  {
    name: "a nonce alone",
    csp: "default-src 'none'; script-src 'nonce-dGlhbmJhbw'; connect-src 'self'",
    engine: "js", fetches: true, attributes: `${FORM} nonce="dGlhbmJhbw"`,
  },
  {
    name: "trusted types",
    csp: "default-src 'self'; require-trusted-types-for 'script'; trusted-types tianbao",
    engine: "js", fetches: true,
  },
  { name: "nothing but scripts from here", csp: "default-src 'none'; script-src 'self'", engine: "js", fetches: false },
];

const SENT = (/** @type {string} */ body) => `<!doctype html><title>sent</title><pre id="body">${body}</pre>`;
// The address of an icon would offend most of these policies by itself.
const page = (/** @type {string | undefined} */ attributes = FORM) => portal({ attributes }).replace(/<link rel="icon"[^>]*>/, "");

/** Notes what offends a policy, before anything else runs. */
const LISTEN = `window.offences = []; addEventListener("securitypolicyviolation", function (event) { offences.push(event.violatedDirective.split(" ")[0] + " " + event.blockedURI); });`;

/** @type {Record<string, { skip?: string, early?: boolean, open: () => Promise<Person> }>} */
const KERNELS = { "today's Chromium": { open: openTodays } };
for (const version of [64, 79]) KERNELS[`Chromium ${version}`] = { skip: noOldChromium, early: true, open: () => openOldChromium(version) };

for (const [kernel, { skip, early = false, open }] of Object.entries(KERNELS)) {
  describe(kernel, { skip }, () => {
    /** @type {Person} */
    let user;
    before(async () => {
      user = await open();
      await user.early?.(LISTEN);
    });
    after(() => user?.close());

    for (const policy of POLICIES) test(policy.name, () => under(user, policy, (early && policy.early) || policy.engine, early));
  });
}

/** @param {Person} user @param {typeof POLICIES[number]} policy @param {Kind} expected @param {boolean} early */
async function under(user, { csp, fetches, attributes }, expected, early) {
  const site = await serve({ csp, pages: { "/portal.html": page(attributes), "/sent": SENT, "/pack.json": JSON.stringify(PACK) } });
  try {
    user.problems.length = 0;
    await user.goto(`${site.origin}/portal.html`);
    await user.waitFor("window.Tianbao && Tianbao.attached.length > 0");
    assert.equal(await user.evaluate("Tianbao.attached[0].report().engine.kind"), expected);
    await checksAndSends(user, site);
    await user.goto(`${site.origin}/portal.html`);
    await user.waitFor("window.Tianbao && Tianbao.attached.length > 0");
    const offences = await user.evaluate("offences");
    // Kernels before 97 name what offends in ways of their own.
    if (early) offences.forEach((/** @type {string} */ text) => assert.match(text, /^script-src /));
    else assert.deepEqual(offences, expected === "js" ? ["script-src wasm-eval"] : []);
    assert.equal(await user.evaluate(`Tianbao.load("/pack.json").then(function (pack) { return pack.id; }, function (error) { return error.name; })`), fetches ? "jobs" : "PackError");
    assert.equal(site.requests.includes("/dist/tianbao-engine.js"), expected === "js");
    assert.deepEqual(user.problems.filter((text) => !/Content.Security.Policy/i.test(text)), []);
  } finally {
    await site.close();
  }
}

/** A contradiction is said, shown and stopped; put right, it goes. @param {Person} user @param {{ posts: { body: string }[] }} site */
async function checksAndSends(user, site) {
  await user.fill("#labour", "20");
  await user.fill("#emp", "30");
  await user.click("#send");
  await user.waitFor("document.querySelector('#emp[aria-invalid=true]') !== null");
  await user.waitFor(shown);
  assert.equal(site.posts.length, 0, "stopped");
  await user.fill("#emp", "19");
  await user.click("#send");
  await user.waitFor("document.title === 'sent'");
  assert.match(site.posts[0].body, /^labourForce=20&empTotal=19&/);
}

/** Drawn and dressed: the panel has a ground of its own, and the sentence stands beside the field. */
function shown() {
  const root = /** @type {any} */ (document.querySelector(".tianbao-root")).shadowRoot;
  const [panel, bubble] = [root.querySelector(".tianbao-panel"), root.querySelector(".tianbao-bubble")];
  const dressed = (/** @type {Element | null} */ one) => one && /^rgb\(/.test(getComputedStyle(one).backgroundColor) && one.getBoundingClientRect().width > 20;
  return Boolean(dressed(panel) && dressed(bubble));
}

describe("the JavaScript engine", () => {
  /** @type {Awaited<ReturnType<typeof openChromium>>} */
  let chromium;
  before(async () => void (chromium = await openChromium()));
  after(() => chromium.close());

  /** A function, because a text is evaluated in the page, which these policies forbid. @param {import("playwright-core").Page} page @param {string} kind */
  const runs = (page, kind) => page.waitForFunction((kind) => window.Tianbao && window.Tianbao.attached.length > 0 && window.Tianbao.attached[0].report().engine.kind === kind, kind);
  const REFUSED = "default-src 'self'";

  /** @param {string} html @param {{ csp?: string, pages?: Record<string, string> }} [options] */
  async function open(html, { csp = REFUSED, pages = {} } = {}) {
    const site = await serve({ csp, pages: { "/portal.html": html, ...pages } });
    const { page, context, problems } = await chromium.newPage();
    await page.goto(`${site.origin}/portal.html`);
    return { page, problems, site, close: () => context.close().then(site.close) };
  }

  test("asked for by the tag, no policy is offended", async () => {
    const { page: shown, problems, close } = await open(page(`${FORM} data-engine="js"`));
    await runs(shown, "js");
    assert.deepEqual(problems, []);
    await close();
  });

  test("leaves one name on the page, and its element is gone", async () => {
    const { page: shown, close } = await open(page());
    await runs(shown, "js");
    assert.equal(await shown.evaluate("document.scripts.length"), 2);
    assert.deepEqual(await shown.evaluate("Object.keys(window).filter(function (name) { return /tianbao|engine|door/i.test(name); })"), ["Tianbao"]);
    await close();
  });

  test("where wasm alone is asked for, it is not loaded", async () => {
    const { page: shown, site, close } = await open(page(`${FORM} data-engine="wasm"`));
    await shown.waitForFunction(() => window.Tianbao);
    assert.match(await shown.evaluate(`Tianbao.load("/x", { engine: "wasm" }).then(String, function (error) { return error.message; })`), /WebAssembly|HTTP 404/);
    assert.equal(await shown.evaluate("Tianbao.attached.length"), 0);
    assert.ok(!site.requests.includes("/dist/tianbao-engine.js"));
    await close();
  });

  test("a script that is not the one that was built is refused, and the form goes on without us", async () => {
    const { page: shown, problems, close } = await open(page(), { pages: { "/dist/tianbao-engine.js": "document.title = 'spoilt'" } });
    await shown.waitForFunction(() => window.Tianbao);
    while (!problems.some((text) => /works as before/.test(text))) await shown.waitForTimeout(20);
    assert.equal(await shown.title(), "portal");
    assert.match(problems.join("\n"), /integrity/);
    assert.match(problems.join("\n"), /WebAssembly.*tianbao-engine\.js could not be loaded/);
    await close();
  });

  test("scripts allowed by their sums alone: the tag's, and those that it holds the others to", async () => {
    const csp = `script-src ${ALL_SUMS}`;
    const { page: shown, close } = await open(page(`${FORM} integrity="${SUM}"`), { csp });
    await runs(shown, "js");
    await close();
  });

  test("from another server: with its consent held to the sum, without as it comes", async () => {
    for (const [headers, attributes] of /** @type {const} */ ([[{}, ""], [{ "access-control-allow-origin": "*" }, `crossorigin="anonymous" integrity="${SUM}"`]])) {
      const other = await serve({ headers });
      const src = `${other.origin}/dist/tianbao.js`;
      const { page: shown, problems, close } = await open(portal({ src, attributes: `${FORM} data-engine="js" ${attributes}` }), { csp: "" });
      await runs(shown, "js");
      assert.deepEqual(problems, []);
      assert.ok(other.requests.includes("/dist/tianbao-engine.js"));
      await close();
      await other.close();
    }
  });

  test("in a browser that has neither wasm nor what came after 2016: checked, said, stopped and sent", async () => {
    const site = await serve({ pages: { "/portal.html": page(), "/sent": SENT } });
    const { page: shown, context, problems } = await chromium.newPage();
    await shown.addInitScript(() => {
      for (const name of ["WebAssembly", "TextDecoder", "TextEncoder", "fetch", "FinalizationRegistry", "AbortController", "IntersectionObserver", "ResizeObserver"]) {
        Reflect.deleteProperty(window, name);
      }
      for (const name of ["entries", "values", "fromEntries"]) Reflect.deleteProperty(Object, name);
      for (const name of ["includes", "flat", "flatMap"]) Reflect.deleteProperty(Array.prototype, name);
      Reflect.deleteProperty(NodeList.prototype, "forEach");
      Reflect.deleteProperty(Promise.prototype, "finally");
    });
    await shown.goto(`${site.origin}/portal.html`);
    await runs(shown, "js");
    assert.equal(await shown.evaluate(() => typeof WebAssembly), "undefined");
    await shown.fill("#labour", "20");
    await shown.fill("#emp", "30");
    await shown.click("#send");
    await shown.waitForSelector("#emp[aria-invalid=true]");
    assert.equal(site.posts.length, 0);
    await shown.fill("#emp", "19");
    await shown.click("#send");
    await shown.waitForFunction(() => document.title === "sent");
    assert.deepEqual(problems, []);
    await context.close();
    await site.close();
  });

  test("comes with the ES module too, under a nonce", async () => {
    const html = `<!doctype html><title>.</title><form id="report"><input name="labourForce"><input name="empTotal"><input name="pay"></form>
<script type="module" nonce="dGlhbmJhbw">import { attach, attached } from "/dist/tianbao.mjs"; window.Tianbao = { attached }; attach("#report", { pack: ${JSON.stringify(PACK)} });</script>`;
    const { page: shown, site, close } = await open(html, { csp: "script-src 'nonce-dGlhbmJhbw'" });
    await runs(shown, "js");
    assert.ok(site.requests.includes("/dist/tianbao-module.mjs"));
    await close();
  });

  test("from a folder, without a server", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tianbao-folder-"));
    const file = join(folder, "portal.html");
    for (const engine of ["wasm", "js"]) {
      const { page: shown, context, problems } = await chromium.newPage();
      writeFileSync(file, portal({ src: pathToFileURL(join(dist, "tianbao.js")).href, attributes: `${FORM} data-engine="${engine}"` }));
      await shown.goto(pathToFileURL(file).href);
      await runs(shown, engine);
      assert.deepEqual(problems, []);
      await context.close();
    }
    rmSync(folder, { recursive: true });
  });

  test("at a plain http address, where browsers lock a part of their interfaces away", async () => {
    for (const engine of ["wasm", "js"]) {
      const site = await serve({ pages: { "/portal.html": page(`${FORM} data-engine="${engine}"`), "/sent": SENT } });
      const { page: shown, context, problems } = await chromium.newPage();
      await context.route("http://report.town/**", async (route) => {
        const { pathname } = new URL(route.request().url());
        const response = await fetch(`${site.origin}${pathname}`, { method: route.request().method(), body: route.request().postData() });
        await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
      });
      await shown.goto("http://report.town/portal.html");
      await runs(shown, engine);
      assert.deepEqual(await shown.evaluate("[isSecureContext, typeof crypto.subtle, typeof navigator.clipboard]"), [false, "undefined", "undefined"]);
      await shown.fill("#labour", "20");
      await shown.fill("#emp", "30");
      await shown.click("#send");
      await shown.waitForSelector("#emp[aria-invalid=true]");
      await shown.fill("#emp", "19");
      await shown.click("#send");
      await shown.waitForFunction(() => document.title === "sent");
      assert.deepEqual(problems, []);
      await context.close();
      await site.close();
    }
  });
});
