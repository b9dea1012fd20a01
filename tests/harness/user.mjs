// A person at a page, the same in every browser: finds through frames, scrolls, points, types.
// What runs in the page is written in ES5, so that the oldest browser can read it too.

/** @typedef {import("./keys.mjs").Held} Held */
/**
 * @typedef {object} Driver  what a browser can be told
 * @property {string} version
 * @property {string[]} problems  what went wrong in the page, in order: warnings, errors, uncaught errors
 * @property {(url: string) => Promise<void>} goto  to the load event
 * @property {(expression: string) => Promise<any>} evaluate  in the top page; promises are awaited where the browser knows them
 * @property {(x: number, y: number) => Promise<void>} clickAt
 * @property {(text: string) => Promise<void>} type
 * @property {(name: string, held?: Held) => Promise<void>} press
 * @property {(source: string) => Promise<() => Promise<unknown>>} [early]  runs in each new document first; returns what ends that
 * @property {() => Promise<void>} close
 */
/** @typedef {string | ((...args: any[]) => unknown)} Code  ES2017 at most */
/** @typedef {{ x: number, y: number, hit: boolean, over: string, tag: string, type: string }} Spot */

export const PATIENCE = 30_000;

/** @param {Driver} driver */
export function person(driver) {
  const { version, problems, goto, type, press, early, close } = driver;

  /**
   * Evaluates a function, or an expression, in the top page; results come as JSON.
   * @param {Code} code
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  const evaluate = (code, ...args) => driver.evaluate(typeof code === "string" ? code : call(code, args));

  /**
   * Waits until a function, or an expression, is true in the page: a page that is just leaving is no failure.
   * @param {Code} code
   * @param {unknown[]} args
   */
  async function waitFor(code, ...args) {
    let last = "";
    const asked = () => evaluate(code, ...args).catch((error) => ((last = `\n${error.message}`), false));
    for (const end = Date.now() + PATIENCE; !(await asked()); await pause(25)) {
      if (Date.now() > end) throw new Error(`Still not true after ${PATIENCE} ms: ${code} ${JSON.stringify(args)}${last}`);
    }
  }

  /**
   * Scrolls an element into view and waits until it stands still with nothing over it.
   * @param {string} path selectors joined by " >>> ", which steps into a frame
   * @param {boolean} [still] whether it may be about to move
   * @returns {Promise<Spot>}
   */
  async function spot(path, still = false) {
    let last = "not looked for";
    /** @type {Spot | undefined} */
    let before;
    for (const end = Date.now() + PATIENCE / 3; Date.now() < end; await pause(10)) {
      /** @type {Spot | string} */
      const now = await evaluate(locate, path, !before).catch((error) => error.message);
      if (typeof now === "string") last = now;
      else if (!now.hit) last = `is under ${now.over}`;
      else if (still || (before?.x === now.x && before.y === now.y)) return now;
      else last = "does not stand still";
      before = typeof now !== "string" && now.hit ? now : undefined;
    }
    throw new Error(`${path}: ${last}`);
  }

  /** With the mouse, where the browser has one. @param {string} path */
  async function click(path) {
    const { x, y } = await spot(path);
    await driver.clickAt(x, y);
  }

  /**
   * Puts the pointer into a field, selects what is there and types over it, key by key. A list is set to the choice of that text.
   * @param {string} path
   * @param {string} text
   */
  async function fill(path, text) {
    const { x, y, tag, type: kind } = await spot(path, true);
    if (tag === "select" || kind === "checkbox" || kind === "radio") return void (await evaluate(choose, path, text));
    // Sent one after the other without waiting for answers: every driver keeps the order.
    await Promise.all([driver.clickAt(x, y), press("a", { ctrl: true }), text === "" ? press("Delete") : type(text)]);
  }

  /**
   * Puts texts into fields that are in view as if they were pasted, one after the other: quicker than keys, and as good where the
   * keys are not what is tested.
   * @param {Record<string, string>} texts by path
   */
  const paste = (texts) => evaluate(pasteAll, texts);

  return { version, problems, goto, evaluate, waitFor, spot, click, fill, paste, type, press, early, close };
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One call after the other, for browsers that know no other way.
 * @template {any[]} A
 * @template R
 * @param {(...args: A) => Promise<R>} work
 * @returns {(...args: A) => Promise<R>}
 */
export function inTurn(work) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (...args) => {
    const answer = last.then(() => work(...args));
    last = answer.catch(() => {});
    return answer;
  };
}

/** @param {Function} code @param {unknown[]} args */
const call = (code, args) => `(${code})(${args.map((arg) => JSON.stringify(arg)).join(",")})`;

/** In the page: where an element is, in the top window, and what lies there. @param {string} path @param {boolean} scroll */
function locate(path, scroll) {
  var x = 0;
  var y = 0;
  var steps = path.split(" >>> ");
  var element = /** @type {any} */ (document.querySelector(steps[0]));
  var frames = [];
  for (var at = 1; element && at < steps.length; at++) {
    frames.push(element);
    element = element.contentDocument.querySelector(steps[at]);
  }
  if (!element) throw new Error("no element " + steps[at - 1]);
  if (scroll) element.scrollIntoView({ block: "center", inline: "nearest" });
  frames.forEach(function (frame) {
    x += frame.getBoundingClientRect().left + frame.clientLeft;
    y += frame.getBoundingClientRect().top + frame.clientTop;
  });
  var box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) throw new Error("not to be seen");
  var view = element.ownerDocument.defaultView;
  // Of an element that is larger than the window, the middle of what is seen.
  var midX = Math.floor((Math.max(box.left, 0) + Math.min(box.right, view.innerWidth)) / 2);
  var midY = Math.floor((Math.max(box.top, 0) + Math.min(box.bottom, view.innerHeight)) / 2);
  var top = element.ownerDocument.elementFromPoint(midX, midY);
  var hit = !!top && (element.contains(top) || top.contains(element));
  var over = top ? "<" + top.tagName.toLowerCase() + " id='" + top.id + "' class='" + top.className + "'>" : "nothing";
  return { x: Math.floor(x) + midX, y: Math.floor(y) + midY, hit: hit, over: over, tag: element.tagName.toLowerCase(), type: String(element.type || "") };
}

/** In the page; where it has no promises, all at once. @param {Record<string, string>} texts */
function pasteAll(texts) {
  var paths = Object.keys(texts);
  /** @param {string} path */
  function paste(path) {
    var steps = path.split(" >>> ");
    var doc = /** @type {any} */ (document);
    for (var at = 0; at < steps.length - 1; at++) doc = doc.querySelector(steps[at]).contentDocument;
    var element = doc.querySelector(steps[at]);
    element.focus();
    element.select();
    doc.execCommand("insertText", false, texts[path]);
  }
  if (typeof Promise === "undefined") return paths.forEach(paste);
  return new Promise(function (done, fail) {
    (function next() {
      var path = paths.shift();
      if (path === undefined) return done(undefined);
      try {
        paste(path);
      } catch (error) {
        return fail(error);
      }
      setTimeout(next, 5);
    })();
  });
}

/** In the page: makes the choice of a list, a group of buttons or a box. @param {string} path @param {string} text */
function choose(path, text) {
  var doc = /** @type {any} */ (document);
  var steps = path.split(" >>> ");
  for (var at = 0; at < steps.length - 1; at++) doc = doc.querySelector(steps[at]).contentDocument;
  var element = doc.querySelector(steps[steps.length - 1]);
  /** @param {any} all @param {(one: any) => boolean} fits */
  function first(all, fits) {
    for (var index = 0; index < all.length; index++) if (fits(all[index])) return all[index];
    throw new Error("no choice " + text);
  }
  /** @param {any} button */
  function words(button) {
    var label = button.closest ? button.closest("label") : button.parentNode;
    return (label || button.nextSibling || button).textContent.trim();
  }
  if (element.tagName === "SELECT") {
    element.focus();
    element.selectedIndex = first(element.options, function (one) { return one.value === text || one.text.trim() === text; }).index;
    ["input", "change"].forEach(function (type) {
      var event = doc.createEvent("HTMLEvents");
      event.initEvent(type, true, false);
      element.dispatchEvent(event);
    });
  } else if (element.type === "checkbox") {
    if (element.checked !== /^(true|1|是|有)$/.test(text)) element.click();
  } else {
    first(doc.querySelectorAll('input[type="radio"]'), function (one) {
      return one.name === element.name && one.form === element.form && (one.value === text || words(one) === text);
    }).click();
  }
}
