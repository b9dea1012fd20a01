// One sheet for everything that we draw. Where the browser can adopt a sheet it does; elsewhere the same rules are set
// one by one through the CSSOM, which a strict content policy allows too. Hence: classes only, no descendants.

import { list } from "../list.js";
import { windowOf } from "../realm.js";

const MANDATORY = "#b3261e";
const VERIFY = "#9a5b00";
const HINT = "#2f6299";
const CALM = "#5c6670";
const INK = "#1f2933";
const LINE = "#e3e7eb";

const PHONE = "(max-width:720px)";

const SHEET = `
.layer,.dock{all:initial;font:14px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:${INK};-webkit-text-size-adjust:100%}
.layer{position:absolute;left:0;top:0;width:0;height:0}
.dock{position:fixed;right:16px;bottom:16px;display:flex;flex-direction:column;align-items:flex-end;z-index:2;pointer-events:none}
.away{display:none}
.ring{position:absolute;box-sizing:border-box;pointer-events:none;border:2px solid ${CALM}}
.ring.mandatory{border-color:${MANDATORY}}
.ring.verify{border-color:#d58b1a}
.ring.hint,.ring.notice{border-color:#7ba3cf}
.ring.required{border:1px solid #d9958f}
.ring.quiet{border-width:1px;border-style:dashed}
.bubble{position:absolute;box-sizing:border-box;width:-webkit-max-content;width:max-content;max-width:340px;padding:8px 12px;border:1px solid ${LINE};border-left-width:3px;border-radius:6px;background:#fff;box-shadow:0 4px 16px rgba(31,41,51,.14);font-size:13px;z-index:1}
.line{margin:0 0 2px}
.tag{margin-right:6px;font-weight:600;white-space:nowrap}
.tag.mandatory,.count.mandatory,.title.mandatory{color:${MANDATORY}}
.tag.verify,.count.verify,.title.verify{color:${VERIFY}}
.tag.hint,.count.hint,.title.hint{color:${HINT}}
.more,.detail,.keys,.reason-hint,.quiet-line,.why{color:${CALM};font-size:12px}
.panel{display:flex;flex-direction:column;box-sizing:border-box;width:340px;max-height:72vh;margin-top:8px;overflow:hidden;border:1px solid ${LINE};border-radius:10px;background:#fff;box-shadow:0 6px 28px rgba(31,41,51,.16);pointer-events:auto}
.panel.folded{width:auto;border-radius:20px;box-shadow:0 3px 14px rgba(31,41,51,.16)}
.head{display:flex;flex:none;align-items:center;justify-content:space-between;box-sizing:border-box;width:100%;min-height:40px;margin:0;padding:6px 16px;border:0;border-radius:inherit;background:#fff;font:inherit;font-size:13px;color:${INK};text-align:left;cursor:pointer}
.count{font-weight:600;white-space:nowrap}
.count.none{font-weight:400;color:${CALM}}
.dot{color:#b6bfc8;white-space:pre}
.chevron{flex:none;width:7px;height:7px;margin:4px 2px 0 14px;border:solid ${CALM};border-width:2px 0 0 2px;transform:rotate(45deg)}
.chevron.down{margin-top:-4px;transform:rotate(225deg)}
.body{display:flex;flex:1 1 auto;flex-direction:column;min-height:0;border-bottom:1px solid ${LINE}}
.banner{flex:none;padding:10px 16px;background:#fdf3f2;border-bottom:1px solid #f3d9d6;font-size:13px;color:#7d1d17}
.tabs{display:flex;flex:none;padding:0 8px;border-bottom:1px solid ${LINE}}
.tab{margin:0;padding:9px 10px 7px;border:0;border-bottom:2px solid transparent;background:none;font:inherit;font-size:13px;color:${CALM};cursor:pointer}
.tab.chosen{border-bottom-color:#2f6299;color:${INK};font-weight:600}
.page{flex:1 1 auto;min-height:80px;padding:4px 0 10px;overflow-y:auto;overscroll-behavior:contain}
.title{margin:12px 16px 4px;font:inherit;font-size:12px;font-weight:600;color:${CALM}}
.list{margin:0;padding:0;list-style:none}
.item{margin:0;padding:0 0 0 13px;border-left:3px solid transparent}
.bubble.mandatory,.bubble.required,.item.mandatory{border-left-color:${MANDATORY}}
.bubble.verify,.item.verify{border-left-color:#d58b1a}
.bubble.hint,.bubble.notice,.item.hint{border-left-color:#7ba3cf}
.item.settled{border-left-color:#c9d1d8}
.go{display:block;width:100%;margin:0;padding:6px 16px 6px 0;border:0;background:none;font:inherit;font-size:13px;color:${INK};text-align:left;cursor:pointer}
.head:hover,.go:hover{background:#f6f8fa}
.detail{display:block;font-variant-numeric:tabular-nums}
.choices{display:flex;flex-wrap:wrap}
.offer,.reason-save,.reason-remove,.step{margin:4px 6px 4px 0;padding:3px 10px;border:1px solid #c9d1d8;border-radius:4px;background:#fff;font:inherit;font-size:12px;color:#234f7d;text-align:left;cursor:pointer}
.offer:hover,.step:hover,.reason-remove:hover{background:#f1f5f9}
.reason-save{border-color:#2f6299;background:#2f6299;color:#fff}
.reason-save:hover{background:#264f7c}
.reason{padding:0 16px 6px 0}
.reason-toggle,.to-fill{margin:0;padding:2px 0;border:0;background:none;font:inherit;font-size:12px;color:#234f7d;text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.to-fill{display:block;margin:12px 16px 0;font-size:13px}
.reason-form{padding:2px 0 4px}
.reason-text{display:block;box-sizing:border-box;width:100%;margin:4px 0;padding:6px 8px;border:1px solid #aab4be;border-radius:4px;background:#fff;font:inherit;font-size:13px;color:${INK};resize:vertical}
.reason-hint,.reason-given,.reason-error{margin:2px 0;font-size:12px}
.reason-given{color:#2d6a45}
.reason-error{color:${MANDATORY}}
.quiet-line{margin:16px;font-size:13px}
.foot{display:flex;align-items:center;margin:12px 16px 0}
.group,.figures{margin:0}
.row{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;padding:4px 16px;border-bottom:1px solid #f1f3f5}
.name{flex:1 1 0;min-width:140px;margin:0 12px 0 0;font-size:13px;color:#3e4c59}
.figure{margin:0;font-size:13px;font-weight:600;font-variant-numeric:tabular-nums;text-align:right}
.figure.none{font-weight:400;color:#8a949e}
.why{flex:1 0 100%;margin:0}
:focus-visible{outline:2px solid #2f6299;outline-offset:-2px}
@media ${PHONE}{
.dock{right:0;bottom:0}
.panel{width:100vw;max-height:60vh;margin:0;border-width:1px 0 0;border-radius:12px 12px 0 0}
.panel{max-height:var(--room,60vh);padding-bottom:env(safe-area-inset-bottom)}
.panel.folded{width:auto;margin:6px 8px 0;padding:0;border-width:1px;border-radius:22px}
.panel.folded{margin-bottom:env(safe-area-inset-bottom)}
.head,.tab,.offer,.step,.reason-save,.reason-remove,.reason-toggle,.to-fill{min-height:44px}
.offer,.step,.reason-save,.reason-remove{padding:8px 14px;font-size:14px}
.keys{display:none}
.bubble{max-width:280px}
}
@media print{
.layer,.dock{display:none}
}
@media (prefers-reduced-motion:no-preference){
.chevron{transition:transform .15s}
}
`.replace(/\.(?=[a-z])/g, ".tianbao-");

/** @param {ShadowRoot | HTMLElement} shadow */
export function dressUp(shadow) {
  const sheet = adopted(windowOf(shadow));
  if (sheet) /** @type {any} */ (shadow).adoptedStyleSheets = [sheet];
  else paintAlways(shadow);
}

/** A document takes only sheets that its own window made. @param {Window & typeof globalThis} view @returns {CSSStyleSheet | null} */
function adopted(view) {
  if (!("adoptedStyleSheets" in view.document)) return null;
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(SHEET);
    return sheet;
  } catch {
    return null;
  }
}

const PLACES = ["left", "top", "bottom", "width", "height"];

/** @typedef {{ media: string, classes: string[], style: string }} Rule */

/** @param {ShadowRoot | HTMLElement} shadow */
function paintAlways(shadow) {
  const rules = parse(SHEET);
  /** @type {Map<string, string>} */
  const styles = new Map();
  /** @type {WeakMap<Element, string>} */
  let painted = new WeakMap();
  const paintAll = () => list(shadow.querySelectorAll("*")).forEach((element) => paint(/** @type {HTMLElement} */ (element), rules, styles, painted));
  new MutationObserver(paintAll).observe(shadow, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  matchMedia(PHONE).addListener(() => {
    styles.clear();
    painted = new WeakMap();
    paintAll();
  });
  paintAll();
}

/** @param {HTMLElement} element @param {Rule[]} rules @param {Map<string, string>} styles @param {WeakMap<Element, string>} painted */
function paint(element, rules, styles, painted) {
  const names = element.className;
  if (painted.get(element) === names) return;
  const style = styles.get(names) || styleFor(names.split(" "), rules);
  styles.set(names, style);
  painted.set(element, names);
  // Places set by script are ours to keep.
  const kept = /ring|bubble|dock/.test(names) ? PLACES.map((name) => element.style.getPropertyValue(name)) : [];
  element.style.cssText = style;
  kept.forEach((value, i) => value && element.style.setProperty(PLACES[i], value));
}

/** @param {string[]} names @param {Rule[]} rules */
function styleFor(names, rules) {
  return rules
    .filter(({ media, classes }) => (media === "" || matchMedia(media).matches) && classes.every((name) => names.indexOf(name) >= 0))
    .sort((a, b) => a.classes.length - b.classes.length)
    .map(({ style }) => style)
    .join(";");
}

/** @param {string} sheet @returns {Rule[]} */
function parse(sheet) {
  /** @type {Rule[]} */
  const rules = [];
  let media = "";
  sheet.split("\n").forEach((line) => {
    const at = /^@media (.*)\{$/.exec(line);
    const rule = /^([^{]+)\{([^}]*)\}$/.exec(line);
    if (at) media = at[1];
    else if (line === "}") media = "";
    else if (rule) rule[1].split(",").filter((name) => name.indexOf(":") < 0)
      .forEach((name) => rules.push({ media, classes: name.split(".").filter(Boolean), style: rule[2] }));
  });
  return rules;
}
