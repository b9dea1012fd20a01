// layui: no <form>, hidden tabs, one label for two inputs, the search form above with the same names.

const NAMES = {
  township: "tbdw", area_code: "xzqhdm", year: "year", terrain: "dx", has_scenic: "sfjq", hh_total: "nczhs", pop_total: "ncrkzs",
  village_total: "villageTotal", poor_hh: "tphs", poor_pop: "tprk", screened_hh: "pcnhs", monitor_hh: "jcdxHs",
  monitor_pop: "jcdxRs", monitor_hh_stock: "nmjcHs", monitor_pop_stock: "nmjcRs", monitor_plan_hh: "bfjhHs", relapse_pop: "fpzpRk",
  base_new: "xzjdGs", base_area: "xzjdMj", proj_linked: "cyxm", proj_gain: "cyzs", proj_benefit_pop: "cysy",
  train_sessions: "jypxQs", train_persons: "jypxRc", labour_force: "ldlZs", emp_total: "jyRs", emp_out_prov: "swwg",
  emp_in_prov: "snxwwg", emp_in_county: "xnwg", emp_other: "qtjy", income_pc: "rjcsr", school_age: "slet", school_in: "zxrs",
  school_exempt: "hxmx", dropout: "sxcx", edu_persons: "jyzzRc", edu_amount: "jyzzJe", insure_due: "ycbrs", insured_pop: "cbrs",
  med_persons: "yljzRc", med_amount: "yljzJe", house_found: "wfFx", house_total: "wfGz", house_poor: "wfTp", fund_total: "xjzj.hj",
  fund_central: "xjzj.zy", fund_province: "xjzj.sj", fund_county: "xjzj.xj",
};

const GOOD = {
  township: "河口镇", area_code: "430999104", year: "2024", hh_total: "11208", pop_total: "38426", village_total: "21", poor_hh: "812",
  poor_pop: "2986", screened_hh: "11208", monitor_hh: "12", monitor_pop: "41", monitor_hh_stock: "58", monitor_pop_stock: "196",
  monitor_plan_hh: "12", relapse_pop: "0", base_new: "6", base_area: "1380.5", proj_linked: "9", proj_gain: "216.74",
  proj_benefit_pop: "1862", train_sessions: "14", train_persons: "612", labour_force: "1742", emp_total: "1655",
  emp_out_prov: "742", emp_in_prov: "318", emp_in_county: "421", emp_other: "174", income_pc: "17842.6", school_age: "3958",
  school_in: "3946", school_exempt: "12", dropout: "0", edu_persons: "1126", edu_amount: "84.45", insure_due: "3061",
  insured_pop: "3061", med_persons: "1438", med_amount: "96.35", house_found: "16", house_total: "16", house_poor: "9",
  fund_total: "486", fund_central: "312", fund_province: "126", fund_county: "48",
};

/** @type {import("../stack").Stack} */
export default {
  name: "layui 2.9",
  page: "/www/demo/layui/index.html",
  host: "layui",
  oldest: 64,
  open: (user) => user.waitFor("document.querySelector('.layui-table-body [name=jyRs]') && document.querySelector('#reportBox .layui-form-select')"),
  fields: Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [field, `#reportBox [name='${name}']`])),
  show: async (user, field) => {
    const tab = await user.evaluate(function (name) {
      var items = document.querySelectorAll("#reportBox .layui-tab-item");
      for (var i = 0; i < items.length; i++) if (items[i].querySelector("[name='" + name + "']")) return i + 1;
    }, NAMES[/** @type {keyof typeof NAMES} */ (field)]);
    await user.click(`#reportBox .layui-tab-title li:nth-child(${tab})`);
  },
  decoys: ["#search [name=tbdw]", "#search [name=ldlZs]", "#search [name=jyRs]", ".layui-table-body [name=jyRs]", "#reportBox [name=jyl]"],
  good: GOOD,
  bad: { emp_total: "1955" },
  submit: {
    "上报 in the form": (user) => user.click("#reportSubmit"),
    "上报 above the form": (user) => user.click("#reportNow"),
    "click() by script": async (user) => void (await user.evaluate("void document.getElementById('reportSubmit').click()")),
    "form.submit(filter)": async (user) => void (await user.evaluate("void layui.form.submit('report')")),
  },
  pass: {
    "查询": async (user) => {
      await user.click("#search [lay-submit]");
      await user.waitFor("/共查询到/.test(document.body.textContent)");
    },
    "暂存": async (user) => {
      await user.click("#draft");
      await user.waitFor("/已暂存/.test(document.body.textContent)");
    },
    "重置": async (user) => {
      await user.click("#restore");
      await user.waitFor("document.querySelector('#reportBox [name=jyRs]').value === ''");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/save")).map(({ body }) => body),
};
