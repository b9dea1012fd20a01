// What the shared script sees of a page and of all its frames. Runs in the page, in ES5.

/**
 * @param {import("../browser/stack").User} user
 * @param {string} name of one of the functions below
 * @param {unknown[]} args
 */
export const see = (user, name, ...args) => user.evaluate(`(${eye})().${name}(${args.map((arg) => JSON.stringify(arg)).join(",")})`);

function eye() {
  var top = /** @type {any} */ (window);

  /** The top window and all frames of the same origin. */
  function views() {
    /** @type {any[]} */
    var all = [];
    (function add(/** @type {any} */ view) {
      try {
        if (!view.document.documentElement) return;
      } catch (other) {
        return;
      }
      all.push(view);
      for (var at = 0; at < view.frames.length; at++) add(view.frames[at]);
    })(top);
    return all;
  }

  /** @param {string} path @returns {any} */
  function find(path) {
    var steps = path.split(" >>> ");
    var doc = /** @type {any} */ (document);
    for (var at = 0; doc && at < steps.length - 1; at++) doc = (doc.querySelector(steps[at]) || {}).contentDocument;
    return doc ? doc.querySelector(steps[at]) : null;
  }

  function attached() {
    return views().reduce(function (all, view) {
      return view.Tianbao ? all.concat([].slice.call(view.Tianbao.attached)) : all;
    }, []);
  }

  function count() {
    return attached().length;
  }

  /** The buttons of one group are one question. @param {any} one @param {any} other */
  function same(one, other) {
    if (one === other) return true;
    return !!one && !!other && one.type === "radio" && other.type === "radio" && one.name === other.name && one.ownerDocument === other.ownerDocument &&
      (one.name !== "" || one.parentNode.parentNode === other.parentNode.parentNode);
  }

  /** @param {any} element */
  function words(element) {
    return element.cloneNode(false).outerHTML;
  }

  /** What is bound rightly now, and what wrongly. @param {Record<string, string>} fields */
  function bound(fields) {
    var right = /** @type {string[]} */ ([]);
    var wrong = /** @type {string[]} */ ([]);
    attached().forEach(function (/** @type {any} */ form) {
      form.bindings.forEach(function (/** @type {any} */ binding) {
        var truth = fields[binding.field] ? find(fields[binding.field]) : null;
        if (!binding.element.ownerDocument.documentElement.contains(binding.element)) return;
        if (same(truth, binding.element)) right.push(binding.field);
        else wrong.push(binding.field + " by " + binding.by + " to " + words(binding.element));
      });
    });
    return { right: right, wrong: wrong };
  }

  /** Whether a person can point at it, once it is scrolled to: some tabs leave what is closed beside or under what is open. @param {string} path */
  function visible(path) {
    var element = find(path);
    if (!element) return false;
    var box = element.getBoundingClientRect();
    var view = element.ownerDocument.defaultView;
    var style = view.getComputedStyle(element);
    var beside = box.right <= 0 || box.left >= view.innerWidth;
    return box.width > 0 && box.height > 0 && !beside && style.visibility !== "hidden" && style.pointerEvents !== "none";
  }

  /** Which of them take text and are in view. @param {Record<string, string>} fields */
  function texts(fields) {
    return Object.keys(fields).filter(function (field) {
      var element = find(fields[field]);
      return !!element && visible(fields[field]) && element.tagName !== "SELECT" && element.type !== "radio" && element.type !== "checkbox";
    });
  }

  /** @param {any} element */
  function shown(element) {
    if (element.type === "radio" || element.type === "checkbox") {
      var group = element.name ? [].slice.call(element.ownerDocument.getElementsByName(element.name)) : [element];
      return group.map(function (/** @type {any} */ one) { return one.checked ? "x" : "-"; }).join("");
    }
    return element.value;
  }

  /** What stands in each field that is there. @param {Record<string, string>} fields */
  function values(fields) {
    return Object.keys(fields).reduce(function (/** @type {Record<string, string>} */ all, field) {
      var element = find(fields[field]);
      if (element) all[field] = shown(element);
      return all;
    }, {});
  }

  /** How often a submission was stopped, counted from the first call on this page. */
  function blocked() {
    top.stackBlocked = top.stackBlocked || 0;
    views().forEach(function (view) {
      if (view.stackCounts) return;
      view.stackCounts = true;
      view.document.addEventListener("tianbao:blocked", function () { top.stackBlocked++; }, true);
    });
    return top.stackBlocked;
  }

  /** @param {string} path */
  function marks(path) {
    var element = find(path);
    var ids = (element.getAttribute("aria-describedby") || "").split(/\s+/);
    var text = ids.map(function (/** @type {string} */ id) {
      var one = id && element.ownerDocument.getElementById(id);
      return one ? one.textContent : "";
    }).join(" ");
    return { invalid: element.getAttribute("aria-invalid"), text: text.trim() };
  }

  /** Places and sizes that nothing of ours may change: of each window's content, and of an input. @param {string} path */
  function size(path) {
    var element = find(path);
    var box = element.getBoundingClientRect();
    var view = element.ownerDocument.defaultView;
    var body = element.ownerDocument.body;
    var root = element.ownerDocument.documentElement;
    var left = box.left + (view.pageXOffset || root.scrollLeft || body.scrollLeft);
    var down = box.top + (view.pageYOffset || root.scrollTop || body.scrollTop);
    for (var up = element.parentElement; up && up !== body && up !== root; up = up.parentElement) {
      left += up.scrollLeft;
      down += up.scrollTop;
    }
    return views().reduce(function (all, one) {
      return all.concat([one.document.documentElement.scrollHeight, one.document.documentElement.scrollWidth]);
    }, [left, down, box.width, box.height]);
  }

  function detach() {
    attached().forEach(function (/** @type {any} */ form) { form.detach(); });
  }

  /** What stands against the figures. */
  function open() {
    return attached().reduce(function (/** @type {string[]} */ all, /** @type {any} */ form) {
      return all.concat(form.report().findings.filter(function (/** @type {any} */ one) { return one.severity === "mandatory"; }).map(function (/** @type {any} */ one) {
        return one.id + ": " + one.message;
      }));
    }, []);
  }

  /** Whatever of ours is left in the pages but the tag itself. */
  function left() {
    return views().reduce(function (all, view) {
      var text = view.document.documentElement.outerHTML.replace(/<script[\s\S]*?<\/script>/g, "").match(/<[^<>]*tianbao[^<>]*>/gi) || [];
      return all.concat(text, (view.stackOurs ? view.stackOurs() : []));
    }, []);
  }

  return { count: count, bound: bound, visible: visible, texts: texts, values: values, blocked: blocked, marks: marks, size: size, detach: detach, left: left, open: open };
}

/**
 * Runs first in each document: what listeners our script sets, known by the call's own stack. The tag goes on looking out for forms
 * that come later, so its clock and observers are none of a form's.
 */
export function account() {
  const view = /** @type {any} */ (window);
  /** @type {{ of: any, type: string, hear: any, capture: boolean }[]} */
  let open = [];
  const captures = (/** @type {any} */ options) => !!(typeof options === "object" && options ? options.capture : options);
  const others = (/** @type {any} */ of, /** @type {string} */ type, /** @type {any} */ hear, /** @type {any} */ options) =>
    open.filter((one) => one.of !== of || one.type !== type || one.hear !== hear || one.capture !== captures(options));
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, hear, options) {
    const of = this || view;
    if (/\/dist\/tianbao/.test(String(new Error().stack))) {
      open = [...others(of, type, hear, options), { of, type, hear, capture: captures(options) }];
    }
    return addEventListener.call(of, type, hear, options);
  };
  EventTarget.prototype.removeEventListener = function (type, hear, options) {
    const of = this || view;
    open = others(of, type, hear, options);
    return removeEventListener.call(of, type, hear, options);
  };
  view.stackOurs = () => open
    .filter(({ of }) => of === view || of.nodeType === 9 || of.isConnected)
    .map(({ of, type }) => `listener for ${type} on ${of === view ? "window" : of.nodeName}`);
}
