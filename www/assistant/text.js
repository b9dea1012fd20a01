// What the assistant says to the engineer of a portal.

const zh = {
  title: "绑定助手",
  close: "关闭",
  open: "没有绑定的字段",
  bound: "已绑定的字段",
  metrics: "由指标填写的格子（可不设）",
  none: "本页没有找到可以绑定的表单。请打开表单后再试，或在标签上用 data-form 指明表单。",
  why: {
    "not-found": "页面上没有找到相符的输入框",
    ambiguous: "有几处相符，未作取舍",
    selector: "map 里的选择器没有找到输入框",
  },
  by: { map: "按 map", data: "按 data-field", name: "按 name", id: "按 id", prop: "按组件的 prop", label: "按标签文字", picked: "刚才点选" },
  pick: "点选",
  change: "改选",
  undo: "撤销",
  picking: "请在页面上点击“{}”所在的输入框；按 Esc 取消。",
  all: "把自动绑定的也写进 map",
  result: "复制到页面",
  map: "存为 tianbao-map.json：",
  tag: "标签改为：",
  copy: "复制",
  copied: "已复制",
};

/** @type {typeof zh} */
const en = {
  title: "Binding assistant",
  close: "Close",
  open: "Fields without an input",
  bound: "Fields with an input",
  metrics: "Inputs filled by a metric (optional)",
  none: "No form was found on this page. Open the form and try again, or name it by data-form.",
  why: {
    "not-found": "no input on the page fits",
    ambiguous: "more than one input fits, so none was taken",
    selector: "the map's selector finds no input",
  },
  by: { map: "by the map", data: "by data-field", name: "by name", id: "by id", prop: "by the component's prop", label: "by its label", picked: "picked just now" },
  pick: "Pick",
  change: "Pick another",
  undo: "Undo",
  picking: "Click the input of “{}” on the page. Esc cancels.",
  all: "Write the automatic ones into the map too",
  result: "Copy to your page",
  map: "Save as tianbao-map.json:",
  tag: "Change the tag to:",
  copy: "Copy",
  copied: "Copied",
};

/** @param {string} locale */
export function words(locale) {
  return locale === "en" ? en : zh;
}
