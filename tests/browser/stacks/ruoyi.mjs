// RuoYi-style: the form stands in the frame of a dialog that the top page holds, with its buttons outside.

const FRAME = "iframe[name^=layui-layer-iframe]";

const NAMES = {
  township: "townshipName", area_code: "xzqhDm", year: "year", terrain: "dxDm", has_scenic: "sfjq", village_total: "villageTotal",
  hh_total: "hhTotal", hh_total_last: "snZhs", pop_total: "ncrk", poor_hh: "tpHs", poor_pop: "tpRk", screened_hh: "jcNhs",
  monitor_hh: "xsbHs", monitor_pop: "xsbRs", monitor_hh_stock: "ljHs", monitor_pop_stock: "monitorPopStock",
  monitor_plan_hh: "bfjhHs", relapse_pop: "fpzp", train_sessions: "trainSessions", train_persons: "pxRc", labour_force: "ldlZs",
  labour_force_last: "snLdl", emp_total: "jyRs", emp_out_prov: "swWg", emp_in_prov: "snxwWg", emp_in_county: "xnWg",
  emp_other: "qtJy", welfare_posts: "gygwS", welfare_persons: "gygwRs", welfare_pay: "gygwBt", income_pc: "incomePerCapita",
  toilet_new: "gcHs", toilet_hh: "wscsHs", cleaners: "bjy", waste_points: "ljsjd", waste_villages: "ljfgC",
};

const GOOD = {
  township: "河口镇", area_code: "430999104", year: "2024", village_total: "21", hh_total: "11208", hh_total_last: "11195",
  pop_total: "38426", poor_hh: "812", poor_pop: "2986", screened_hh: "11208", monitor_hh: "12", monitor_pop: "41",
  monitor_hh_stock: "58", monitor_pop_stock: "196", monitor_plan_hh: "12", relapse_pop: "0", train_sessions: "14",
  train_persons: "612", labour_force: "1742", labour_force_last: "1728", emp_total: "1655", emp_out_prov: "742", emp_in_prov: "318",
  emp_in_county: "421", emp_other: "174", welfare_posts: "96", welfare_persons: "96", welfare_pay: "69.12", income_pc: "17842.6",
  toilet_new: "312", toilet_hh: "9876", cleaners: "63", waste_points: "186", waste_villages: "21",
};

/** @type {import("../stack").Stack} */
export default {
  name: "RuoYi: Bootstrap 3, jQuery 3, jQuery Validation 1.21, layer 3",
  page: "/www/demo/ruoyi/index.html",
  host: "jquery-validate",
  oldest: 64,
  open: async (user) => {
    await user.waitFor("frames.tab && frames.tab.document.querySelector('#bootstrap-table tbody tr') !== null");
    await user.click("iframe[name=tab] >>> #add");
    await user.waitFor("frames['layui-layer-iframe1'] && frames['layui-layer-iframe1'].submitHandler && !document.querySelector('.layer-anim')");
  },
  fields: within(`${FRAME} >>> #form-report-edit`, NAMES),
  decoys: [
    `${FRAME} >>> #form-village-search [name=ldlZs]`,
    `${FRAME} >>> #form-village-search [name=townshipName]`,
    `${FRAME} >>> #jyl`,
    `${FRAME} >>> [name='villages[#index#].empTotal']`,
    `${FRAME} >>> [name='villages[0].labourForce']`,
    `${FRAME} >>> [name='villages[1].empTotal']`,
    "iframe[name=tab] >>> #formId [name=ldlZs]",
    "iframe[name=tab] >>> #formId [name=jyRs]",
    "iframe[name=tab] >>> #bootstrap-table [name=jyRs]",
  ],
  good: GOOD,
  bad: { emp_total: "1955" },
  submit: {
    "确定 in the top page": (user) => user.click(".layui-layer-btn0"),
    "submitHandler() of the frame": async (user) => void (await user.evaluate("void frames['layui-layer-iframe1'].submitHandler(1)")),
  },
  pass: {
    "搜索 below the form": async (user) => {
      await user.click(`${FRAME} >>> #searchVillage`);
      await user.waitFor("frames['layui-layer-iframe1'].document.getElementById('searchResult').textContent !== ''");
    },
    "暂存": async (user) => {
      await user.click(".layui-layer-btn1");
      await user.waitFor("/已暂存/.test(document.body.textContent)");
    },
    "关闭": async (user) => {
      await user.click(".layui-layer-btn2");
      await user.waitFor("!document.querySelector('.layui-layer-iframe')");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/save")).map(({ body }) => body),
};

/** @param {string} place @param {Record<string, string>} names */
function within(place, names) {
  return Object.fromEntries(Object.entries(names).map(([field, name]) => [field, `${place} [name='${name}']`]));
}
