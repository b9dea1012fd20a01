// Vue 2 with Ant Design Vue 1: the main table's inputs have neither name nor id nor a label tied to them (a-form-model);
// the annex's have ids (v-decorator); one bar at the foot of the page hands both in.

/** Pane by pane, in the page's order. @type {string[][]} */
const PANES = [
  [
    "labour_force", "emp_total", "emp_out_prov", "emp_in_prov", "emp_in_county", "emp_other",
  ],
  [
    "coop_new", "coop_total", "farm_new", "farm_total", "brand_reg", "green_cert", "tour_sites", "tour_visitors",
    "tour_visitors_last", "tour_income", "tour_income_last", "ecom_sites", "ecom_talents", "ecom_sales",
  ],
  [
    "talent_total", "talent_agri", "talent_mgmt", "talent_tour", "talent_other", "talent_trained", "talent_award",
    "billboard_villages", "civ_villages", "civ_families", "heritage_sites", "heritage_items", "bookhouse", "culture_events",
  ],
];

/** Without name, id or label to go by: the pane and the place in it. @param {number} pane @param {number} at */
const cell = (pane, at) => `.ant-tabs-content > .ant-tabs-tabpane:nth-child(${pane + 1}) .ant-col-md-12:nth-child(${at + 1}) input`;

/** @type {Record<string, string>} */
const fields = { fund_total: "#fund_xjzj", fund_central: "#fund_zyzj", fund_province: "#fund_sjzj", fund_county: "#fund_fundCounty" };
PANES.forEach((pane, p) => pane.forEach((field, at) => (fields[field] = cell(p, at))));

/** @type {import("../stack").Stack} */
export default {
  name: "Ant Design Vue 1.7",
  page: "/www/demo/antd-vue/index.html",
  host: "antd",
  oldest: 64,
  open: (user) => user.waitFor("!!document.querySelector('.ant-tabs-tabpane input')"),
  fields,
  show: async (user, field) => {
    const at = PANES.findIndex((pane) => pane.indexOf(field) >= 0);
    if (at < 0) return;
    await user.click(`.ant-tabs-tab:nth-child(${at + 1})`);
    await user.waitFor(`/active/.test(document.querySelectorAll('.ant-tabs-tabpane')[${at}].className)`);
    // Without us too, what is typed in the moment after that is lost: faster than a person.
    await user.evaluate("new Promise(function (done) { setTimeout(done, 200); })");
  },
  decoys: [
    "input#query_empTotal", "#query_tourIncome", "#past tbody tr:nth-child(1) input", "#past tbody tr:nth-child(2) input",
    cell(0, 6),
  ],
  good: {
    labour_force: "1742", emp_total: "1655", emp_out_prov: "742", emp_in_prov: "318", emp_in_county: "421", emp_other: "174",
    coop_new: "3", coop_total: "47", farm_new: "8", farm_total: "96", brand_reg: "4", green_cert: "2", tour_sites: "3", tour_visitors: "12.6",
    tour_visitors_last: "11.35", tour_income: "1008", tour_income_last: "896.4", ecom_sites: "12", ecom_talents: "68", ecom_sales: "1265.4",
    talent_total: "34", talent_agri: "12", talent_mgmt: "9", talent_tour: "5", talent_other: "8", talent_trained: "860", talent_award: "15",
    billboard_villages: "21", civ_villages: "8", civ_families: "126", heritage_sites: "2", heritage_items: "3", bookhouse: "21", culture_events: "96",
    fund_total: "486", fund_central: "312", fund_province: "126", fund_county: "48",
  },
  bad: { emp_total: "1955" },
  submit: {
    "提交, in the bar at the foot": (user) => user.click("#submit"),
  },
  pass: {
    "暂存": async (user) => {
      await user.click("#draft");
      await user.waitFor("(document.querySelector('#state') || {}).textContent === '已暂存'");
    },
    "查询": async (user) => {
      await user.click("#past button[type=submit]");
      await user.waitFor("document.querySelector('#found').textContent === '共 2 条'");
    },
    "重置": async (user) => {
      await user.click("#reset");
      await user.waitFor("document.querySelector('#fund_xjzj').value === ''");
    },
    "返回": async (user) => {
      await user.click("#back");
      await user.waitFor("location.hash === '#list'");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/antd-vue/save")).map(({ body }) => body),
};
