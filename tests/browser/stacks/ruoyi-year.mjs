// RuoYi-style: the form is a page of its own in a tab's frame, with its buttons below and outside of it.

const FRAME = "iframe[name=tab]";

const NAMES = {
  township: "township", year: "reportYear", crop_area: "crops.gdmj", sown_area: "crops.bzmj", sown_area_last: "crops.snbzmj",
  labour_force: "jobs.ldl", emp_total: "jobs.jy", coop_new: "xzHzs", coop_total: "hzsZs", farm_new: "xzJtnc", farm_total: "jtncZs",
  brand_reg: "brandReg", green_cert: "lssp", tour_sites: "lysfd", tour_visitors: "ykl", tour_income: "lysr",
  tour_income_last: "snLysr", ecom_sites: "dsfwz", ecom_talents: "dsrc", ecom_sales: "onlineSales", talent_total: "yjrc",
  talent_agri: "nyRc", talent_mgmt: "jyglRc", talent_tour: "lyRc", talent_other: "qtRc", talent_trained: "syrcPx",
  soil_area: "soilArea", fert_use: "hfZl", fert_use_last: "snHf", fert_cut: "hfJs", green_ctrl_area: "lvfk",
  livestock_farms_total: "yzc", livestock_farms: "bzhYzc", manure_total: "fwcs", manure_used: "fwly", party_total: "dyZs",
  party_new: "partyNew", activists: "rdjj", party_trained: "pxDy", disputes_found: "pcJf", disputes: "hjJf",
};

const GOOD = {
  township: "河口镇", year: "2024", crop_area: "32460", sown_area: "51280", sown_area_last: "50900", labour_force: "1742",
  emp_total: "1655", coop_new: "3", coop_total: "47", farm_new: "8", farm_total: "96", brand_reg: "4", green_cert: "2",
  tour_sites: "3", tour_visitors: "12.6", tour_income: "1008", tour_income_last: "896.4", ecom_sites: "12", ecom_talents: "68",
  ecom_sales: "1265.4", talent_total: "34", talent_agri: "12", talent_mgmt: "9", talent_tour: "5", talent_other: "8",
  talent_trained: "860", soil_area: "47690", fert_use: "1012.45", fert_use_last: "1036.2", fert_cut: "23.75",
  green_ctrl_area: "29640", livestock_farms_total: "26", livestock_farms: "7", manure_total: "46800", manure_used: "44460",
  party_total: "1486", party_new: "22", activists: "58", party_trained: "4320", disputes_found: "318", disputes: "309",
};

/** @type {import("../stack").Stack} */
export default {
  name: "RuoYi, a page in a tab",
  page: "/www/demo/ruoyi/index.html",
  host: "jquery-validate",
  oldest: 64,
  open: async (user) => {
    await user.waitFor("frames.tab && frames.tab.document.querySelector('#bootstrap-table tbody tr') !== null");
    await user.click("iframe[name=tab] >>> #year");
    await user.waitFor("frames.tab.submitHandler && frames.tab.document.readyState === 'complete'");
  },
  fields: Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [field, `${FRAME} >>> [name='${name}']`])),
  decoys: [`${FRAME} >>> #ctl`],
  good: GOOD,
  bad: { emp_total: "1955" },
  submit: {
    "保存, the only button that hands in": (user) => user.click(`${FRAME} >>> .buttons .btn-primary`),
    "submitHandler()": async (user) => void (await user.evaluate("void frames.tab.submitHandler()")),
  },
  pass: {
    "重置": async (user) => {
      await user.click(`${FRAME} >>> .buttons .btn-default`);
      await user.waitFor("frames.tab.document.querySelector(\"[name='jobs.jy']\").value === ''");
    },
    "关闭": async (user) => {
      await user.click(`${FRAME} >>> .buttons .btn-danger`);
      await user.waitFor("frames.tab.document.getElementById('bootstrap-table') !== null");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/saveYear")).map(({ body }) => body),
};
