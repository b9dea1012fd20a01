// Makes forms out of a pack's fields, as the generators of portals write them, with figures beside them that the pack does not
// know, and binds them. Runs inside a page.

import { bind } from "/www/bind.js";
import { controls } from "/www/host/native.js";
import { hostOf } from "/www/host.js";

/** Small, and the same everywhere. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** What makes another figure of a label. */
const OTHERS = [
  (/** @type {string} */ label) => `应${label}`, (/** @type {string} */ label) => `实际${label}`, (/** @type {string} */ label) => `计划${label}`,
  (/** @type {string} */ label) => `${label}（女性）`, (/** @type {string} */ label) => `其中女性${label}`, (/** @type {string} */ label) => `${label}目标值`,
  (/** @type {string} */ label) => `${label}比上年增减`, (/** @type {string} */ label) => `县级下达${label}`, (/** @type {string} */ label) => `${label}占比`,
  ...[["省外", "市外"], ["新增", "累计"], ["人数", "户数"], ["户数", "人数"], ["面积", "产量"], ["全年", "年末"], ["脱贫", "低收入"], ["种植", "养殖"], ["总数", "减少数"], ["金额", "人数"], ["化解", "调解"], ["使用量", "库存量"]]
    .map(([word, other]) => (/** @type {string} */ label) => label.replace(word, other)),
  (/** @type {string} */ label) => `累计${label}`, (/** @type {string} */ label) => `${label}情况说明`,
];

/** How a label stands in a page. @type {((label: string, unit: string) => string)[]} */
const DRESSES = [
  (label) => label, (label) => `${label}：`, (label) => `<em>*</em> ${label}：`, (label, unit) => (unit ? `${label}（${unit}）` : label), (label, unit) => (unit ? `${label}(${unit})` : `${label}:`),
  (label) => `3. ${label}`, (label) => `（一）${label}`, (label) => label.split("").join("&nbsp;"), (label) => `其中：${label.replace(/^其中：/, "")}`, (label) => ` ${label}　`,
];

/** One question in its surroundings. @type {Record<string, { open: string, close: string, item(label: string, input: string, unit: string): string }>} */
const LAYOUTS = {
  "label for": { open: "<form>", close: "</form>", item: (label, input, unit) => `<p><label for="ID">${label}</label> ${input.replace("<input", `<input id="ID"`)} ${unit}</p>` },
  "label around": { open: "<form>", close: "</form>", item: (label, input, unit) => `<div><label>${label} ${input} ${unit}</label></div>` },
  "cell on the left": { open: "<table>", close: "</table>", item: (label, input, unit) => `<tr><td>${label}</td><td>${input}${unit}</td></tr>` },
  "unit column": { open: "<table><tr><th>指标名称</th><th>计量单位</th><th>本年</th></tr>", close: "</table>", item: (label, input, unit) => `<tr><td>${label}</td><td>${unit}</td><td>${input}</td></tr>` },
  bootstrap: { open: `<form class="form-horizontal">`, close: "</form>", item: (label, input, unit) => `<div class="form-group"><label class="col-sm-3 control-label">${label}</label><div class="col-sm-8"><div class="input-group">${input}<span class="input-group-addon">${unit}</span></div></div></div>` },
  layui: { open: `<div class="layui-form">`, close: "</div>", item: (label, input, unit) => `<div class="layui-form-item"><label class="layui-form-label">${label}</label><div class="layui-input-inline">${input}</div><div class="layui-form-mid">${unit}</div></div>` },
  element: { open: `<form class="el-form">`, close: "</form>", item: (label, input, unit) => `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><div class="el-input">${input}<div class="el-input-group__append">${unit}</div></div></div></div>` },
  antd: { open: `<form class="ant-form">`, close: "</form>", item: (label, input, unit) => `<div class="ant-row ant-form-item"><div class="ant-col ant-form-item-label"><label title="x">${label}</label></div><div class="ant-col ant-form-item-control"><div class="ant-form-item-control-input"><div class="ant-input-number-wrapper">${input}<div class="ant-input-number-group-addon">${unit}</div></div></div></div></div>` },
  weui: { open: `<div class="weui-cells">`, close: "</div>", item: (label, input, unit) => `<label class="weui-cell"><div class="weui-cell__hd"><span class="weui-label">${label}</span></div><div class="weui-cell__bd">${input}</div><div class="weui-cell__ft">${unit}</div></label>` },
  prose: { open: "<div>", close: "</div>", item: (label, input, unit) => `<div>${label} ${input} ${unit}</div>` },
};

/**
 * @param {any} pack as its file is
 * @param {number} rounds
 * @returns {{ layout: string, asked: number, bound: number, wrong: string[] }[]}
 */
export function tryForms(pack, rounds) {
  const fields = pack.fields.map((/** @type {any} */ one) => ({ id: one.id, unit: one.unit, names: [one.label.zh, one.label.en].concat(one.aliases || []), labels: 2, zh: one.label.zh, aliases: (one.aliases || []).filter((/** @type {string} */ name) => /[一-龥]/.test(name)) }));
  const names = new Set(fields.flatMap((/** @type {any} */ one) => one.names));
  const results = [];
  for (const layout of Object.keys(LAYOUTS)) {
    const result = { layout, asked: 0, bound: 0, wrong: /** @type {string[]} */ ([]) };
    for (let round = 0; round < rounds; round += 1) tryOne(layout, random(round * 97 + layout.length * 7919), fields, names, result);
    results.push(result);
  }
  return results;
}

/** @param {string} layout @param {() => number} next @param {any[]} fields @param {Set<string>} names @param {{ asked: number, bound: number, wrong: string[] }} result */
function tryOne(layout, next, fields, names, result) {
  const pick = (/** @type {any[]} */ some) => some[Math.floor(next() * some.length)];
  const { open, close, item } = LAYOUTS[layout];
  const asked = fields.filter(() => next() < 0.4);
  const lines = asked.map((field, i) => {
    const label = next() < 0.6 || field.aliases.length === 0 ? field.zh : pick(field.aliases);
    return line(field.id, label, next() < 0.7 ? field.unit || "" : "", i);
  });
  const strange = fields.filter(() => next() < 0.1).map((field, i) => ({ field, label: pick(OTHERS)(field.zh), i })).filter(({ label }) => !names.has(label));
  const others = strange.map(({ field, label, i }) => line("", label, field.unit || "", 1000 + i));
  const shuffled = lines.concat(others).sort(() => next() - 0.5);
  const box = document.createElement("div");
  // The test's own page, of the test's own making.
  box.innerHTML = open + shuffled.join("") + close;
  document.body.appendChild(box);
  const container = /** @type {Element} */ (box.firstElementChild);
  const all = controls(container);
  const { bound } = bind(container, fields, all, {}, hostOf(container, "native"));
  result.asked += asked.length;
  bound.forEach(({ field, element }) => {
    const truth = element.getAttribute("data-truth");
    if (truth === field) result.bound += 1;
    else result.wrong.push(`${field} <- ${truth || "(none of the pack)"}: ${(element.closest("p,tr,label,[class*=item],.form-group,div") || element).textContent}`);
  });
  box.remove();

  /** @param {string} truth @param {string} label @param {string} unit @param {number} i */
  function line(truth, label, unit, i) {
    const dressed = pick(DRESSES)(label, unit);
    return item(dressed, `<input name="f${i}" data-truth="${truth}">`, unit).replace(/ID/g, `i${i}`);
  }
}
