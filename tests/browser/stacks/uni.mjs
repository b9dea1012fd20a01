// uni-app's own H5 runtime: names are props that never reach the page, input and change do not bubble, 提交 is a uni-button.

/** Group by group, in the page's order. @type {string[][]} */
const GROUPS = [
  ["labour_force", "emp_total", "train_sessions", "train_persons"],
  ["screened_hh", "monitor_hh", "monitor_pop", "monitor_hh_stock", "monitor_pop_stock", "monitor_plan_hh", "relapse_pop"],
  ["base_new", "base_area", "proj_linked", "proj_gain", "proj_benefit_pop"],
  [
    "crop_area", "sown_area", "sown_area_last", "soil_area", "soil_rate", "fert_use", "fert_use_last", "fert_cut", "green_ctrl_area", "pest_use",
    "pest_use_last", "pest_cut", "livestock_farms_total", "livestock_farms", "livestock_equipped", "manure_total", "manure_used", "manure_rate", "eco_bases",
  ],
  ["plaza"],
];

const item = (/** @type {number} */ group, /** @type {number} */ at) => `.group:nth-child(${group + 1}) > .uni-form-item:nth-child(${at + 2}) input`;

/** @type {Record<string, string>} */
const fields = {};
GROUPS.forEach((group, g) => group.forEach((field, at) => (fields[field] = item(g, at))));

/** The runtime hands on what is typed at most every 100 ms: what is pressed sooner hands in less. @param {import("../stack").User} user */
const settled = (user) => user.evaluate("new Promise(function (done) { setTimeout(done, 120); })");

/** @type {import("../stack").Stack} */
export default {
  name: "uni-app H5",
  page: "/www/demo/uni/index.html",
  host: "native",
  oldest: 92,
  open: async (user) => {
    await user.waitFor("!!document.querySelector('.new')");
    await user.click(".new");
    await user.waitFor("!!document.querySelector('uni-form input')");
  },
  fields,
  decoys: [item(0, 4), item(5, 0), item(5, 1)],
  good: {
    labour_force: "1742", emp_total: "1655", train_sessions: "14", train_persons: "612",
    screened_hh: "11208", monitor_hh: "12", monitor_pop: "41", monitor_hh_stock: "58", monitor_pop_stock: "196", monitor_plan_hh: "12", relapse_pop: "0",
    base_new: "6", base_area: "1380.5", proj_linked: "9", proj_gain: "216.74", proj_benefit_pop: "1862",
    crop_area: "32460", sown_area: "51280", sown_area_last: "50900", soil_area: "47690", soil_rate: "93", fert_use: "1012.45", fert_use_last: "1036.2",
    fert_cut: "23.75", green_ctrl_area: "29640", pest_use: "14.62", pest_use_last: "15.18", pest_cut: "0.56", livestock_farms_total: "26",
    livestock_farms: "7", livestock_equipped: "26", manure_total: "46800", manure_used: "44460", manure_rate: "95", eco_bases: "2", plaza: "24",
  },
  bad: { emp_total: "1955" },
  submit: {
    "提交": async (user) => {
      await settled(user);
      await user.click("uni-button.submit");
      if (await user.evaluate("!!document.querySelector('uni-modal .uni-modal__btn_primary') && document.querySelector('uni-modal').offsetHeight > 0")) {
        await user.click("uni-modal .uni-modal__btn_primary");
      }
    },
  },
  pass: {
    "暂存": async (user) => {
      await user.click("uni-button.draft");
      await user.waitFor("document.querySelector('.state').textContent === '已暂存'");
    },
    "重置": async (user) => {
      await user.click("uni-button.reset");
      await user.waitFor(`document.querySelector("${fields.emp_total}").value === ""`);
    },
    "返回": async (user) => {
      await user.click("uni-button.back");
      await user.waitFor("!!document.querySelector('.new')");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/uni/save")).map(({ body }) => body),
};
