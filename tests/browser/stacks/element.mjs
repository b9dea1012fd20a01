// Vue 2 with Element UI: the inputs have neither name nor id; only the label's `for` holds the form item's prop.

const DIALOG = ".report-dialog";
/** @param {string} prop */
const item = (prop) => `${DIALOG} label[for="${prop}"] + .el-form-item__content`;
/** @param {string} prop */
const input = (prop) => `${item(prop)} input`;

/** Field of the pack to prop, pane by pane. @type {Record<string, Record<string, string>>} */
const PROPS = {
  base: {
    township: "deptName", area_code: "xzqhDm", year: "year", terrain: "dxdm", has_scenic: "hasScenic", village_total: "villageNum",
    hh_total: "nczhs", hh_total_last: "nczhsSn", pop_total: "popTotal", poor_hh: "tphs", poor_pop: "poorPopulation",
    tour_sites: "lysfd", tour_visitors: "jdykl", tour_income: "tourIncome",
  },
  work: {
    labour_force: "ldlZs", labour_force_last: "ldlZsSn", emp_total: "empTotal", emp_total_last: "empTotalLast", emp_out_prov: "swwg",
    emp_in_prov: "snxwwg", emp_in_county: "empInCounty", emp_other: "qtjy", train_sessions: "pxqs", train_persons: "trainPersons",
    welfare_posts: "gyxgw", welfare_persons: "gwazrs", welfare_pay: "welfarePay", income_pc: "rjcsr",
  },
  care: {
    screened_hh: "pcnhs", monitor_hh: "monitorHh", monitor_pop: "monitorPop", monitor_hh_stock: "ljjchs", monitor_pop_stock: "ljjcrs",
    monitor_plan_hh: "bfjhhs", relapse_pop: "fpzprk", school_age: "slet", school_in: "schoolIn", school_exempt: "hxmx", dropout: "sxcx",
    insure_due: "ycbrs", insured_pop: "cbrs", med_persons: "medPersons", med_amount: "yljzje", house_found: "pcwfhs",
    house_total: "wfgzhs", house_poor: "housePoor",
  },
};

/** @type {Record<string, string>} */
const fields = {};
for (const props of Object.values(PROPS)) for (const [field, prop] of Object.entries(props)) fields[field] = input(prop);
fields.has_scenic = `${item("hasScenic")} .el-radio:first-child input`;
fields.tour_income = `${item("tourIncome")} .el-input:first-child input`;
fields.tour_income_last = `${item("tourIncome")} .el-input.is-disabled input`;

/** @param {string} name */
const button = (name) => `${DIALOG} .dialog-footer button:nth-child(${["重 置", "暂 存", "确 定", "取 消"].indexOf(name) + 1})`;
// Nothing moves any more: a press would miss what still slides in.
const STILL = "!document.querySelector('[class*=\"-enter-active\"],[class*=\"-leave-active\"]')";
const SHOWN = `!!document.querySelector("${DIALOG}") && document.querySelector("${DIALOG}").getBoundingClientRect().height > 0 && ${STILL}`;
const GONE = `document.querySelector("${DIALOG}").getBoundingClientRect().height === 0 && ${STILL}`;

/** @param {import("../stack").User} user */
async function choose(user) {
  await user.click(`${item("hasScenic")} .el-radio:first-child`);
  await user.click(input("dxdm"));
  await user.waitFor(`!!document.querySelector("body > .el-select-dropdown li") && ${STILL}`);
  await user.click("body > .el-select-dropdown li:first-child");
  await user.waitFor(STILL);
}

/** @type {import("../stack").Stack} */
export default {
  name: "Element UI 2.15",
  page: "/www/demo/element/index.html",
  host: "element",
  oldest: 64,
  open: async (user) => {
    await user.waitFor("!!document.querySelector('.toolbar button')");
    await user.click(".toolbar .el-button--primary");
    await user.waitFor(SHOWN);
    await choose(user);
  },
  fields,
  show: async (user, field) => {
    const pane = Object.keys(PROPS).filter((name) => field in PROPS[name])[0] || "base";
    await user.click(`${DIALOG} #tab-${pane}`);
    await user.waitFor(`!!document.querySelector("${DIALOG} #pane-${pane} input") && document.querySelector("${DIALOG} #pane-${pane}").offsetHeight > 0`);
  },
  decoys: [
    ".app-container > .el-form .el-form-item:nth-child(1) input", ".app-container > .el-form .el-form-item:nth-child(2) input",
    ".app-container > .el-form .el-form-item:nth-child(3) input", ".app-container > .el-form .el-form-item:nth-child(4) input",
    ".app-container .rows tbody tr:nth-child(1) td:nth-child(4) input", ".app-container .rows tbody tr:nth-child(2) td:nth-child(4) input",
    `${DIALOG} .computed input`, `${DIALOG} .villages tbody tr:nth-child(1) td:nth-child(2) input`,
    `${DIALOG} .villages tbody tr:nth-child(1) td:nth-child(3) input`, `${DIALOG} .villages tbody tr:nth-child(2) td:nth-child(3) input`,
  ],
  good: {
    area_code: "430999104", village_total: "21", hh_total: "11208", pop_total: "38426", poor_hh: "812", poor_pop: "2986",
    tour_sites: "3", tour_visitors: "12.6", tour_income: "1008",
    labour_force: "1742", emp_total: "1655", emp_out_prov: "742", emp_in_prov: "318", emp_in_county: "421", emp_other: "174",
    train_sessions: "14", train_persons: "612", welfare_posts: "96", welfare_persons: "96", welfare_pay: "69.12", income_pc: "17842.6",
    screened_hh: "11208", monitor_hh: "12", monitor_pop: "41", monitor_hh_stock: "58", monitor_pop_stock: "196", monitor_plan_hh: "12",
    relapse_pop: "0", school_age: "3958", school_in: "3946", school_exempt: "12", dropout: "0", insure_due: "3061", insured_pop: "3061",
    med_persons: "1438", med_amount: "96.35", house_found: "16", house_total: "16", house_poor: "9",
  },
  bad: { emp_total: "1955" },
  submit: {
    "确定, in the dialog's footer": (user) => user.click(button("确 定")),
    "Enter in a row that is no field, which the page itself hears": async (user) => {
      await user.click(`${DIALOG} #tab-work`);
      await user.waitFor(`document.querySelector("${DIALOG} #pane-work").offsetHeight > 0`);
      // The table draws its rows once more when its pane is shown.
      await user.click(fields.income_pc);
      await user.waitFor(`document.activeElement === document.querySelector('${fields.income_pc}')`);
      const village = `${DIALOG} .villages tbody tr:nth-child(1) td:nth-child(2) input`;
      await user.click(village);
      await user.waitFor(`document.activeElement === document.querySelector('${village}')`);
      await user.press("Enter");
    },
  },
  pass: {
    "Enter in a figure": async (user) => {
      await user.click(`${DIALOG} #tab-work`);
      await user.waitFor(`document.querySelector("${DIALOG} #pane-work").offsetHeight > 0`);
      await user.click(fields.train_sessions);
      await user.press("Enter");
      await user.waitFor(`document.activeElement === document.querySelector('${fields.train_persons}')`);
    },
    "暂存": async (user) => {
      await user.click(button("暂 存"));
      await user.waitFor("!!document.querySelector('.el-message--success') && !document.querySelector('.el-loading-mask.is-fullscreen')");
      return true;
    },
    "重置": async (user) => {
      await user.click(button("重 置"));
      await user.waitFor(`document.querySelector('${fields.area_code}').value === ""`);
      return true;
    },
    "取消": async (user) => {
      await user.click(button("取 消"));
      await user.waitFor(GONE);
      return true;
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/save")).map(({ body }) => body),
};
