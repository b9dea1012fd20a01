// One sheet for everything that we draw. Where the browser can adopt a sheet it does; elsewhere the same rules are set
// one by one through the CSSOM, which a strict content policy allows too. Hence: classes only, no descendants.

const MANDATORY = "#b3261e";
const VERIFY = "#9a5b00";
const HINT = "#2f6299";
const CALM = "#5c6670";
const INK = "#1f2933";
const LINE = "#e3e7eb";

const PHONE = "(max-width:720px)";

const SHEET = `
.tianbao-layer,.tianbao-dock{all:initial;font:14px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:${INK};-webkit-text-size-adjust:100%}
.tianbao-layer{position:absolute;left:0;top:0;width:0;height:0}
.tianbao-dock{position:fixed;right:16px;bottom:16px;display:flex;flex-direction:column;align-items:flex-end;z-index:2;pointer-events:none}
.tianbao-away{display:none}
.tianbao-ring{position:absolute;box-sizing:border-box;pointer-events:none;border:2px solid ${CALM}}
.tianbao-ring.tianbao-mandatory{border-color:${MANDATORY}}
.tianbao-ring.tianbao-required{border:1px solid #d9958f}
.tianbao-ring.tianbao-verify{border-color:#d58b1a}
.tianbao-ring.tianbao-hint,.tianbao-ring.tianbao-notice{border-color:#7ba3cf}
.tianbao-ring.tianbao-quiet{border-width:1px;border-style:dashed}
.tianbao-bubble{position:absolute;box-sizing:border-box;width:max-content;max-width:340px;padding:8px 12px;border:1px solid ${LINE};border-left-width:3px;border-radius:6px;background:#fff;box-shadow:0 4px 16px rgba(31,41,51,.14);font-size:13px;z-index:1}
.tianbao-bubble.tianbao-mandatory,.tianbao-bubble.tianbao-required{border-left-color:${MANDATORY}}
.tianbao-bubble.tianbao-verify{border-left-color:#d58b1a}
.tianbao-bubble.tianbao-hint,.tianbao-bubble.tianbao-notice{border-left-color:#7ba3cf}
.tianbao-line{margin:0 0 2px}
.tianbao-tag{margin-right:6px;font-weight:600;white-space:nowrap}
.tianbao-tag.tianbao-mandatory,.tianbao-count.tianbao-mandatory,.tianbao-title.tianbao-mandatory{color:${MANDATORY}}
.tianbao-tag.tianbao-verify,.tianbao-count.tianbao-verify,.tianbao-title.tianbao-verify{color:${VERIFY}}
.tianbao-tag.tianbao-hint,.tianbao-count.tianbao-hint,.tianbao-title.tianbao-hint{color:${HINT}}
.tianbao-more,.tianbao-detail,.tianbao-keys,.tianbao-reason-hint,.tianbao-quiet-line,.tianbao-why{color:${CALM};font-size:12px}
.tianbao-panel{display:flex;flex-direction:column;box-sizing:border-box;width:340px;max-height:72vh;margin-top:8px;overflow:hidden;border:1px solid ${LINE};border-radius:10px;background:#fff;box-shadow:0 6px 28px rgba(31,41,51,.16);pointer-events:auto}
.tianbao-panel.tianbao-folded{width:auto;border-radius:20px;box-shadow:0 3px 14px rgba(31,41,51,.16)}
.tianbao-head{display:flex;flex:none;align-items:center;justify-content:space-between;box-sizing:border-box;width:100%;min-height:40px;margin:0;padding:6px 16px;border:0;border-radius:inherit;background:#fff;font:inherit;font-size:13px;color:${INK};text-align:left;cursor:pointer}
.tianbao-head:hover{background:#f6f8fa}
.tianbao-count{font-weight:600;white-space:nowrap}
.tianbao-count.tianbao-none{font-weight:400;color:${CALM}}
.tianbao-dot{color:#b6bfc8;white-space:pre}
.tianbao-chevron{flex:none;width:7px;height:7px;margin:4px 2px 0 14px;border:solid ${CALM};border-width:2px 0 0 2px;transform:rotate(45deg)}
.tianbao-chevron.tianbao-down{margin-top:-4px;transform:rotate(225deg)}
.tianbao-body{display:flex;flex:1 1 auto;flex-direction:column;min-height:0;border-bottom:1px solid ${LINE}}
.tianbao-banner{flex:none;padding:10px 16px;background:#fdf3f2;border-bottom:1px solid #f3d9d6;font-size:13px;color:#7d1d17}
.tianbao-tabs{display:flex;flex:none;padding:0 8px;border-bottom:1px solid ${LINE}}
.tianbao-tab{margin:0;padding:9px 10px 7px;border:0;border-bottom:2px solid transparent;background:none;font:inherit;font-size:13px;color:${CALM};cursor:pointer}
.tianbao-tab.tianbao-chosen{border-bottom-color:#2f6299;color:${INK};font-weight:600}
.tianbao-page{flex:1 1 auto;min-height:80px;padding:4px 0 10px;overflow-y:auto;overscroll-behavior:contain;-webkit-overflow-scrolling:touch}
.tianbao-group{margin:0}
.tianbao-title{margin:12px 16px 4px;font:inherit;font-size:12px;font-weight:600;color:${CALM}}
.tianbao-list{margin:0;padding:0;list-style:none}
.tianbao-item{margin:0;padding:0 0 0 13px;border-left:3px solid transparent}
.tianbao-item.tianbao-mandatory{border-left-color:${MANDATORY}}
.tianbao-item.tianbao-verify{border-left-color:#d58b1a}
.tianbao-item.tianbao-hint{border-left-color:#7ba3cf}
.tianbao-item.tianbao-settled{border-left-color:#c9d1d8}
.tianbao-go{display:block;width:100%;margin:0;padding:6px 16px 6px 0;border:0;background:none;font:inherit;font-size:13px;color:${INK};text-align:left;cursor:pointer}
.tianbao-go:hover{background:#f6f8fa}
.tianbao-detail{display:block;font-variant-numeric:tabular-nums}
.tianbao-choices{display:flex;flex-wrap:wrap}
.tianbao-offer,.tianbao-reason-save,.tianbao-reason-remove,.tianbao-step{margin:4px 6px 4px 0;padding:3px 10px;border:1px solid #c9d1d8;border-radius:4px;background:#fff;font:inherit;font-size:12px;color:#234f7d;text-align:left;cursor:pointer}
.tianbao-offer:hover,.tianbao-step:hover,.tianbao-reason-remove:hover{background:#f1f5f9}
.tianbao-reason-save{border-color:#2f6299;background:#2f6299;color:#fff}
.tianbao-reason-save:hover{background:#264f7c}
.tianbao-reason{padding:0 16px 6px 0}
.tianbao-reason-toggle,.tianbao-to-fill{margin:0;padding:2px 0;border:0;background:none;font:inherit;font-size:12px;color:#234f7d;text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.tianbao-to-fill{display:block;margin:12px 16px 0;font-size:13px}
.tianbao-reason-form{padding:2px 0 4px}
.tianbao-reason-text{display:block;box-sizing:border-box;width:100%;margin:4px 0;padding:6px 8px;border:1px solid #aab4be;border-radius:4px;background:#fff;font:inherit;font-size:13px;color:${INK};resize:vertical}
.tianbao-reason-hint,.tianbao-reason-given,.tianbao-reason-error{margin:2px 0;font-size:12px}
.tianbao-reason-given{color:#2d6a45}
.tianbao-reason-error{color:${MANDATORY}}
.tianbao-quiet-line{margin:16px;font-size:13px}
.tianbao-foot{display:flex;align-items:center;margin:12px 16px 0}
.tianbao-figures{margin:0}
.tianbao-row{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;padding:4px 16px;border-bottom:1px solid #f1f3f5}
.tianbao-name{flex:1 1 0;min-width:140px;margin:0 12px 0 0;font-size:13px;color:#3e4c59}
.tianbao-figure{margin:0;font-size:13px;font-weight:600;font-variant-numeric:tabular-nums;text-align:right}
.tianbao-figure.tianbao-none{font-weight:400;color:#8a949e}
.tianbao-why{flex:1 0 100%;margin:0}
.tianbao-head:focus-visible,.tianbao-tab:focus-visible,.tianbao-go:focus-visible,.tianbao-offer:focus-visible,.tianbao-step:focus-visible,.tianbao-to-fill:focus-visible,.tianbao-reason-toggle:focus-visible,.tianbao-reason-save:focus-visible,.tianbao-reason-remove:focus-visible,.tianbao-reason-text:focus-visible{outline:2px solid #2f6299;outline-offset:-2px}
@media ${PHONE}{
.tianbao-dock{right:0;bottom:0}
.tianbao-panel{width:100vw;max-height:60vh;margin:0;border-width:1px 0 0;border-radius:12px 12px 0 0}
.tianbao-panel.tianbao-folded{width:auto;margin:6px 8px 0;border-width:1px;border-radius:22px}
.tianbao-head{min-height:44px}
.tianbao-offer,.tianbao-step,.tianbao-reason-save,.tianbao-reason-remove{min-height:44px;padding:8px 14px;font-size:14px}
.tianbao-tab{min-height:44px}
.tianbao-reason-toggle,.tianbao-to-fill{min-height:44px}
.tianbao-keys{display:none}
.tianbao-bubble{max-width:280px}
}
@media print{
.tianbao-layer,.tianbao-dock{display:none}
}
@media (prefers-reduced-motion:no-preference){
.tianbao-chevron{transition:transform .15s}
}
`;

/** @param {ShadowRoot} shadow */
export function dressUp(shadow) {
  const sheet = adopted();
  if (sheet) /** @type {any} */ (shadow).adoptedStyleSheets = [sheet];
  else paintAlways(shadow);
}

/** @returns {CSSStyleSheet | null} */
function adopted() {
  if (!("adoptedStyleSheets" in Document.prototype)) return null;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    return sheet;
  } catch {
    return null;
  }
}

/** @typedef {{ media: string, classes: string[], style: string }} Rule */

/** @param {ShadowRoot} shadow */
function paintAlways(shadow) {
  const rules = parse(SHEET);
  /** @type {Map<string, string>} */
  const styles = new Map();
  /** @type {WeakMap<Element, string>} */
  let painted = new WeakMap();
  const paintAll = () => Array.from(shadow.querySelectorAll("*")).forEach((element) => paint(/** @type {HTMLElement} */ (element), rules, styles, painted));
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
  if (typeof names !== "string" || painted.get(element) === names) return;
  const style = styles.get(names) || styleFor(names.split(" "), rules);
  styles.set(names, style);
  painted.set(element, names);
  // Places set by script are ours to keep.
  const { left, top, bottom, width, height } = element.style;
  element.style.cssText = style;
  const own = { left, top, bottom, width, height };
  if (/ring|bubble|dock/.test(names)) Object.keys(own).forEach((name) => put(element, name, /** @type {any} */ (own)[name]));
}

/** @param {HTMLElement} element @param {string} name @param {string} value */
function put(element, name, value) {
  if (value !== "") element.style.setProperty(name, value);
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
