// WeUI 2: the label wraps the whole cell, 提交 is a link at the foot of the window, messages are a tip at the top.

const by = (/** @type {string} */ name) => `#report [name="${name}"]`;

/** Field of the pack to the input's name. @type {Record<string, string>} */
const NAMES = {
  hh_total: "zhs", pop_total: "popTotal", village_total: "cjs", poor_hh: "tphs", poor_pop: "tprks", has_scenic: "jq",
  labour_force: "ldlZs", emp_total: "jyrs", emp_out_prov: "sw", emp_in_prov: "sn", emp_in_county: "xn", emp_other: "qt",
  screened_hh: "pchs", monitor_hh: "xzhs", monitor_pop: "xzrs", monitor_plan_hh: "bfjh", relapse_pop: "fprk",
  toilet_new: "gc", toilet_hh: "toiletHh", toilet_hh_last: "snws", toilet_rate: "pjl", cleaners: "bjy", waste_points: "ljd", waste_villages: "ljc",
  sewage_fac: "wsss", sewage_villages: "wsc", waste_tons: "qlj", clutter_spots: "ldd",
  sec_adjusted: "tzsj", comm_adjusted: "tzwy", party_total: "partyTotal", party_new: "fzdy", activists: "jjfz", party_trained: "pxdy",
  law_villages: "flc", law_events: "flhd", disputes_found: "pcjf", disputes: "hjjf",
};

/** @type {Record<string, string>} */
const fields = {};
Object.keys(NAMES).forEach((field) => (fields[field] = by(NAMES[field])));
fields.terrain = "#dx1";

/** @type {import("../stack").Stack} */
export default {
  name: "WeUI 2.6",
  page: "/www/demo/weui/index.html",
  host: "native",
  oldest: 64,
  open: (user) => user.click("[for=dx1]"),
  fields,
  decoys: ["#filter [name=zhs]", "#filter [name=ldlZs]", "#rows [name='village[0].cleaners']", "#rows [name='village[1].cleaners']", by("jyl")],
  good: {
    hh_total: "11208", pop_total: "38426", village_total: "21", poor_hh: "812", poor_pop: "2986",
    labour_force: "1742", emp_total: "1655", emp_out_prov: "742", emp_in_prov: "318", emp_in_county: "421", emp_other: "174",
    screened_hh: "11208", monitor_hh: "12", monitor_pop: "41", monitor_plan_hh: "12", relapse_pop: "0",
    toilet_new: "312", toilet_hh: "9876", toilet_hh_last: "9604", toilet_rate: "88.12", cleaners: "63", waste_points: "186", waste_villages: "21",
    sewage_fac: "18", sewage_villages: "9", waste_tons: "3260", clutter_spots: "428",
    sec_adjusted: "3", comm_adjusted: "9", party_total: "1486", party_new: "22", activists: "58", party_trained: "4320",
    law_villages: "21", law_events: "46", disputes_found: "318", disputes: "309",
  },
  bad: { emp_total: "1955" },
  submit: {
    "提交, a link at the foot": (user) => user.click("#submit"),
    "上报, a link that asks first": async (user) => {
      await user.click("#send");
      if (await user.evaluate("!document.querySelector('#dialog').hidden")) await user.click("#dialog .weui-dialog__btn_primary");
    },
  },
  pass: {
    "暂存": async (user) => {
      await user.click("#draft");
      await user.waitFor("document.body.getAttribute('data-draft') === 'yes'");
    },
    "查询": async (user) => {
      await user.click("#query");
      await user.waitFor("document.querySelector('#found').textContent === '共 3 条'");
    },
    "返回": async (user) => {
      await user.click("#back");
      await user.waitFor("location.hash === '#home'");
    },
    "重置": async (user) => {
      await user.click("#reset");
      await user.waitFor("document.querySelector('#report [name=jyrs]').value === ''");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/weui/save")).map(({ body }) => body),
};
