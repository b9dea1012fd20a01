// Vue 3 with Element Plus: ids are made up anew with each load, and props are in no attribute; so inputs are named by place.

const DIALOG = ".report-dialog";

/** The fields of each pane in the order of the page; "" is what is no field of the pack. @type {Record<string, string[]>} */
const PANES = {
  base: ["township", "area_code", "year", "terrain", "has_scenic", "village_total", "poor_pop", "labour_force", "emp_total", "",
    "emp_out_prov", "emp_in_prov", "emp_in_county", "emp_other", "income_pc"],
  industry: ["base_new", "base_area", "proj_linked", "proj_gain", "proj_benefit_pop", "coop_new", "coop_total", "farm_new", "farm_total",
    "brand_reg", "green_cert", "ecom_sites", "ecom_talents", "ecom_sales", "tour_sites", "tour_visitors", "tour_income"],
  people: ["talent_total", "talent_agri", "talent_mgmt", "talent_tour", "talent_other", "talent_trained", "talent_award", "party_total",
    "party_new", "activists", "party_trained", "disputes_found", "disputes"],
  eco: ["crop_area", "sown_area", "soil_area", "fert_use", "fert_use_last", "fert_cut", "manure_total", "manure_used",
    "fund_total", "fund_central", "fund_province", "fund_county"],
};

/** @param {string} pane @param {number} place */
const column = (pane, place) => `${DIALOG} #pane-${pane} > .el-row > .el-col:nth-child(${place + 1})`;
/** @type {Record<string, string>} */
const fields = {};
for (const [pane, names] of Object.entries(PANES)) names.forEach((name, i) => name && (fields[name] = `${column(pane, i)} input`));
const sales = column("industry", PANES.industry.indexOf("ecom_sales"));
fields.ecom_sales = `${sales} .el-input:first-child input`;
fields.ecom_sales_last = `${sales} .el-input.is-disabled input`;
/** @param {string} field */
const paneOf = (field) => Object.keys(PANES).filter((name) => PANES[name].includes(field.replace(/^ecom_sales_last$/, "ecom_sales")))[0];

/** @param {string} name */
const button = (name) => `${DIALOG} .dialog-footer button:nth-child(${["重 置", "存草稿", "确 定", "取 消"].indexOf(name) + 1})`;
// Nothing moves any more: a press would miss what still slides in.
const STILL = "!document.querySelector('[class*=\"-enter-active\"],[class*=\"-leave-active\"]')";
const SHOWN = `!!document.querySelector("${DIALOG}") && document.querySelector("${DIALOG}").getBoundingClientRect().height > 0 && ${STILL}`;
const GONE = `document.querySelector("${DIALOG}").getBoundingClientRect().height === 0 && ${STILL}`;
const PLAIN = "Array.prototype.filter.call(document.querySelectorAll('.el-select-dropdown__item'), function (item) { return item.textContent === '平原' && item.getBoundingClientRect().height > 0; })[0]";

/** @param {import("../stack").User} user */
async function choose(user) {
  await user.click(`${DIALOG} .el-switch`);
  await user.click(column("base", PANES.base.indexOf("terrain")) + " .el-select__wrapper");
  await user.waitFor(`!!${PLAIN} && ${STILL}`);
  await user.evaluate(`${PLAIN}.click()`);
  await user.waitFor(STILL);
}

/** @type {import("../stack").Stack} */
export default {
  name: "Element Plus 2.14",
  page: "/www/demo/element-plus/index.html",
  host: "element-plus",
  oldest: 92,
  open: async (user) => {
    await user.waitFor("!!document.querySelector('.tools button')");
    await user.click(".tools .el-button--primary");
    await user.waitFor(SHOWN);
    await choose(user);
  },
  fields,
  show: async (user, field) => {
    const pane = paneOf(field);
    await user.click(`${DIALOG} #tab-${pane}`);
    await user.waitFor(`!!document.querySelector("${DIALOG} #pane-${pane} input") && document.querySelector("${DIALOG} #pane-${pane}").offsetHeight > 0`);
  },
  decoys: [
    ".card > .el-form .el-form-item:nth-child(1) input", ".card > .el-form .el-form-item:nth-child(2) input",
    ".card > .el-form .el-form-item:nth-child(3) input", ".card > .el-form .el-form-item:nth-child(4) input",
    ".card .rows tbody tr:nth-child(1) td:nth-child(3) input", ".card .rows tbody tr:nth-child(2) td:nth-child(3) input",
    `${DIALOG} .computed input`, `${DIALOG} .villages tbody tr:nth-child(1) td:nth-child(2) input`,
    `${DIALOG} .villages tbody tr:nth-child(1) td:nth-child(3) input`, `${DIALOG} .villages tbody tr:nth-child(2) td:nth-child(3) input`,
  ],
  good: {
    area_code: "430999104", village_total: "21", poor_pop: "2986", labour_force: "1742", emp_total: "1655", emp_out_prov: "742",
    emp_in_prov: "318", emp_in_county: "421", emp_other: "174", income_pc: "17842.6",
    base_new: "6", base_area: "1380.5", proj_linked: "9", proj_gain: "216.74", proj_benefit_pop: "1862", coop_new: "3", coop_total: "47",
    farm_new: "8", farm_total: "96", brand_reg: "4", green_cert: "2", ecom_sites: "12", ecom_talents: "68", ecom_sales: "1265.4",
    tour_sites: "3", tour_visitors: "12.6", tour_income: "1008",
    talent_total: "34", talent_agri: "12", talent_mgmt: "9", talent_tour: "5", talent_other: "8", talent_trained: "860", talent_award: "15",
    party_total: "1486", party_new: "22", activists: "58", party_trained: "4320", disputes_found: "318", disputes: "309",
    crop_area: "32460", sown_area: "51280", soil_area: "47690", fert_use: "1012.45", fert_cut: "23.75", manure_total: "46800",
    manure_used: "44460", fund_total: "486", fund_central: "312", fund_province: "126", fund_county: "48",
  },
  bad: { emp_total: "1955" },
  submit: {
    "确定, in the dialog's footer": (user) => user.click(button("确 定")),
    "Enter in a row that is no field, which the page itself hears": async (user) => {
      await user.click(`${DIALOG} #tab-base`);
      await user.waitFor(`document.querySelector("${DIALOG} #pane-base").offsetHeight > 0`);
      await user.click(`${DIALOG} .villages tbody tr:nth-child(1) td:nth-child(2) input`);
      await user.press("Enter");
    },
  },
  pass: {
    "Enter in a figure": async (user) => {
      await user.click(`${DIALOG} #tab-base`);
      await user.waitFor(`document.querySelector("${DIALOG} #pane-base").offsetHeight > 0`);
      await user.click(fields.village_total);
      await user.press("Enter");
      await user.waitFor(`document.activeElement === document.querySelector('${fields.poor_pop}')`);
    },
    "存草稿": async (user) => {
      await user.click(button("存草稿"));
      await user.waitFor("!!document.querySelector('.el-message--success') && !document.querySelector('.el-loading-mask.is-fullscreen')");
      return true;
    },
    "重置": async (user) => {
      await user.click(button("重 置"));
      await user.waitFor(`document.querySelector("${fields.area_code}").value === ""`);
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
