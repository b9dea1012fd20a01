// What is said of a block that is pasted, before and after.

/** @typedef {typeof zh} Words */

const zh = {
  willFill: ["将填入 ", " 格"],
  nothing: "没有可以填入的格",
  inTurn: ["从“", "”起按页面顺序填入；只读的格不占用数值。请逐行核对。"],
  byName: "按栏目名称对应填入。请逐行核对。",
  take: "取值",
  column: ["第 ", " 列"],
  row: ["第 ", " 行"],
  heading: ["（", "）"],
  field: "栏目",
  now: "现在",
  next: "填入",
  empty: "空",
  why: {
    blank: "空，不改",
    closed: "只读或由系统计算，不填",
    pick: "请在页面上选择",
    option: "没有这个选项，不改",
    unknown: "没有对应的栏目",
    several: "有几个栏目同名，请单独填写",
    twice: "与上面重复，不填",
  },
  left: ["还有 ", " 个值没有放处"],
  fill: "填入",
  cancel: "取消",
  close: "关闭",
  filled: ["已填入 ", " 格"],
  undo: "撤销",
  undone: ["已撤销，", " 格恢复原样"],
  refused: ["另有 ", " 格页面没有接受，请单独填写："],
  stays: ["另有 ", " 格页面没有放回，请单独改回："],
  and: "、",
};

/** @type {Words} */
const en = {
  willFill: ["Fill in ", " answers"],
  nothing: "Nothing here can be filled in",
  inTurn: ["In the order of the page, from ", ". What cannot be typed in is passed over. Check each row."],
  byName: "Each value goes to the question its label names. Check each row.",
  take: "Take",
  column: ["column ", ""],
  row: ["row ", ""],
  heading: [" (", ")"],
  field: "Question",
  now: "Now",
  next: "New",
  empty: "blank",
  why: {
    blank: "blank, not changed",
    closed: "cannot be typed in, left out",
    pick: "choose on the page",
    option: "not one of the choices, not changed",
    unknown: "no such question here",
    several: "several questions have this label, fill in by hand",
    twice: "same as above, left out",
  },
  left: ["Values with no place: ", ""],
  fill: "Fill in",
  cancel: "Cancel",
  close: "Close",
  filled: ["Filled in: ", ""],
  undo: "Undo",
  undone: ["Taken back: ", ""],
  refused: ["Not taken by the page: ", ". Fill in by hand: "],
  stays: ["Not put back by the page: ", ". Change back by hand: "],
  and: ", ",
};

/** @param {string | undefined} locale @returns {Words} */
export function words(locale) {
  return locale === "en" ? en : zh;
}
