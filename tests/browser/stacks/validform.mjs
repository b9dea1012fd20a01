// Validform's habits (a stand-in of its public behaviour) on jQuery 1.8, GBK: errors in the next cell, sent by ajax.

const by = (/** @type {string} */ name) => `#reportform [name=${name}]`;
const told = (/** @type {string} */ text) => `document.getElementById('msg').textContent === '${text}'`;

/** @type {import("../stack").Stack} */
export default {
  name: "Validform",
  page: "/www/demo/easyui/validform.html",
  host: "validform",
  oldest: 64,
  open: async () => {},
  fields: {
    township: by("dwmc"),
    year: by("tjnd"),
    hh_total: by("hh"),
    toilet_hh: by("wscs"),
    toilet_new: by("gc"),
    cleaners: by("bjy"),
    labour_force: by("ldlzs"),
    emp_total: by("jyrs"),
    coop_new: by("hzs"),
    coop_total: by("hzsZs"),
    farm_new: by("jtnc"),
    farm_total: by("jtncZs"),
    brand_reg: by("sb"),
    green_cert: by("lssp"),
    tour_sites: by("lysf"),
    tour_visitors: by("yk"),
    tour_income: by("lysr"),
    ecom_sites: by("dsz"),
    ecom_talents: by("dsrc"),
    ecom_sales: by("wxe"),
    waste_points: by("ljsj"),
    waste_villages: by("ljfg"),
    sewage_fac: by("wscl"),
    sewage_villages: by("wsjz"),
    waste_tons: by("qllj"),
    clutter_spots: by("ldlf"),
    livestock_farms_total: by("gmyz"),
    livestock_farms: by("bzh"),
    livestock_equipped: by("ptfw"),
    eco_bases: by("stxh"),
    manure_total: by("fwcs"),
    manure_used: by("fwly"),
    law_villages: by("flpt"),
    law_events: by("flhd"),
    disputes_found: by("mdpc"),
    disputes: by("mdhj"),
    sec_adjusted: by("tzsj"),
    comm_adjusted: by("tzwy"),
  },
  decoys: ["dwmc", "ldlzs", "lysr"].map((name) => `#searchForm [name=${name}]`),
  good: {
    township: "河口镇",
    year: "2024",
    hh_total: "11208",
    toilet_hh: "9876",
    toilet_new: "312",
    cleaners: "63",
    labour_force: "1742",
    emp_total: "1655",
    coop_new: "3",
    coop_total: "47",
    farm_new: "8",
    farm_total: "96",
    brand_reg: "4",
    green_cert: "2",
    tour_sites: "3",
    tour_visitors: "12.6",
    tour_income: "1008",
    ecom_sites: "12",
    ecom_talents: "68",
    ecom_sales: "1265.4",
    waste_points: "186",
    waste_villages: "21",
    sewage_fac: "18",
    sewage_villages: "9",
    waste_tons: "3260",
    clutter_spots: "428",
    livestock_farms_total: "26",
    livestock_farms: "7",
    livestock_equipped: "26",
    eco_bases: "2",
    manure_total: "46800",
    manure_used: "44460",
    law_villages: "21",
    law_events: "46",
    disputes_found: "318",
    disputes: "309",
    sec_adjusted: "3",
    comm_adjusted: "9",
  },
  bad: { emp_total: "1955" },
  submit: {
    提交: (user) => user.click("#btn_sub"),
    "link with submitForm()": (user) => user.click("#btn_link"),
    "$(form).submit()": (user) => user.evaluate("void jQuery('#reportform').submit()"),
    "$(form).trigger('submit')": (user) => user.evaluate("void jQuery('#reportform').trigger('submit')"),
    "form.submit()": (user) => user.evaluate("void document.reportform.submit()"),
  },
  pass: {
    "Enter in a figure": async (user) => {
      await user.click(by("tzsj"));
      await user.press("Enter");
      await user.waitFor("document.activeElement === document.reportform.tzwy");
    },
    "保存 beside 提交": async (user) => {
      await user.click("#btn_save");
      await user.waitFor(told("已保存"));
    },
    查询: async (user) => {
      await user.click("#btnQuery");
      await user.waitFor(told("没有符合条件的记录"));
    },
    重置: async (user) => {
      await user.click("#btn_reset");
      await user.waitFor("document.reportform.jyrs.value === ''");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/saveValidform")).map(({ body }) => body),
};
