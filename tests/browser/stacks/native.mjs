// Plain HTML: tables with bare text, several forms on the page, handlers in attributes.

const by = (/** @type {string} */ name) => `#report [name="${name}"]`;

/** @type {import("../stack").Stack} */
export default {
  name: "native",
  page: "/www/demo/native/index.html",
  host: "native",
  oldest: 64,
  open: async () => {},
  fields: {
    township: by("tbdw"),
    area_code: by("xzqhdm"),
    year: by("year"),
    terrain: by("dxdm"),
    has_scenic: by("sfjq"),
    hh_total: by("zhs"),
    pop_total: by("zrk"),
    village_total: by("villageTotal"),
    poor_hh: by("tphs"),
    poor_pop: by("tprks"),
    monitor_hh: by("jc_hs"),
    monitor_pop: by("jc_rs"),
    monitor_hh_stock: by("jcl_hs"),
    monitor_pop_stock: by("jcl_rs"),
    labour_force: by("ldlzs"),
    labour_force_last: by("ldlzs_sn"),
    emp_total_last: by("jyrs_sn"),
    income_pc_last: by("rjcsr_sn"),
    emp_total: by("jyrs"),
    emp_out_prov: by("sw"),
    emp_in_prov: by("snxw"),
    emp_in_county: by("xn"),
    emp_other: by("qtjy"),
    train_sessions: by("trainSessions"),
    train_persons: by("pxrc"),
    welfare_posts: by("gygw"),
    welfare_persons: by("gwaz"),
    welfare_pay: by("gwbt"),
    income_pc: by("rjcsr"),
    school_age: by("slet"),
    school_in: by("zx"),
    school_exempt: by("hxmx"),
    dropout: by("dropout"),
    edu_persons: by("zzxs"),
    edu_amount: by("zzje"),
    insure_due: by("ycb"),
    insured_pop: by("cb"),
    med_persons: by("yljzrc"),
    med_amount: by("yljzje"),
    house_found: by("wfpc"),
    house_total: by("wfgz"),
    house_poor: by("wfgz_tp"),
  },
  decoys: [
    "#search [name=year]",
    "#search [name=tbdw]",
    "#search [name=ldlzs]",
    "#search [name=jyrs]",
    by("jyl"),
    by("jyl_sn"),
    by("sw_sn"),
    by("snxw_sn"),
    by("xn_sn"),
    by("qtjy_sn"),
    by("pxb_sn"),
    by("pxrc_sn"),
    by("gygw_sn"),
    by("gwaz_sn"),
    by("gwbt_sn"),
    ...["#index#", "0", "1"].flatMap((row) => ["tprks", "ldlzs", "jyrs"].map((name) => by(`cun[${row}].${name}`))),
    "#fund [name=tbdw]",
    "#fund [name=year]",
  ],
  good: {
    township: "云岭乡",
    area_code: "532999203",
    year: "2024",
    terrain: "山区",
    has_scenic: "是",
    hh_total: "4052",
    pop_total: "14236",
    village_total: "9",
    poor_hh: "1186",
    poor_pop: "4527",
    monitor_hh: "19",
    monitor_pop: "72",
    monitor_hh_stock: "143",
    monitor_pop_stock: "527",
    labour_force: "2436",
    emp_total: "2326",
    emp_out_prov: "1094",
    emp_in_prov: "506",
    emp_in_county: "412",
    emp_other: "314",
    train_sessions: "22",
    train_persons: "1085",
    welfare_posts: "185",
    welfare_persons: "188",
    welfare_pay: "180.48",
    income_pc: "14268.35",
    school_age: "1467",
    school_in: "1461",
    school_exempt: "6",
    dropout: "0",
    edu_persons: "1932",
    edu_amount: "173.88",
    insure_due: "4956",
    insured_pop: "4954",
    med_persons: "2874",
    med_amount: "215.55",
    house_found: "11",
    house_total: "11",
    house_poor: "10",
  },
  bad: { emp_total: "2486" },
  submit: {
    "上报 button": (user) => user.click("#btnSubmit"),
    "button outside the form": (user) => user.click("#topSubmit"),
    "link with form.submit()": (user) => user.click("#linkSubmit"),
    "Enter in a row that is no field": async (user) => {
      await user.click(by("cun[0].cm"));
      await user.press("Enter");
    },
    "form.submit()": (user) => user.evaluate("void document.report.submit()"),
    "requestSubmit or a scripted click": (user) =>
      user.evaluate("void (document.report.requestSubmit ? document.report.requestSubmit() : document.getElementById('btnSubmit').click())"),
  },
  pass: {
    "Enter in a figure": async (user) => {
      await user.click(by("zzxs"));
      await user.press("Enter");
      await user.waitFor("document.activeElement === document.report.zzje");
    },
    暂存: async (user) => {
      await user.click("#btnDraft");
      await user.waitFor("document.getElementById('tip').textContent === '已暂存'");
    },
    查询: async (user) => {
      await user.click("#search [type=submit]");
      await user.waitFor("/ldlzs=/.test(document.getElementById('list').contentWindow.location.search)");
    },
    返回: async (user) => {
      await user.click(".bar [type=button]");
      await user.waitFor("location.hash === '#list'");
    },
    "the other form": async (user) => {
      await user.click("#fundSubmit");
      await user.waitFor("document.getElementById('tip').textContent === '资金表已提交'");
    },
    重置: async (user) => {
      await user.click("#btnReset");
      await user.waitFor("document.report.jyrs.value === ''");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/native/save")).map(({ body }) => body),
};
