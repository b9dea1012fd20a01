// Vue 2 with Ant Design Vue 1: the main table's inputs have neither name nor id nor a label tied to them (a-form-model);
// the annex's have ids (v-decorator); one bar at the foot of the page hands both in.

/** Pane by pane: field of the pack to the label as the page writes it. @type {string[][][]} */
const PANES = [
  [
    ["labour_force", "脱贫劳动力总数（人）"], ["emp_total", "就业人数（人）"], ["emp_out_prov", "省外务工"], ["emp_in_prov", "省内县外务工"],
    ["emp_in_county", "县内务工"], ["emp_other", "其他就业人数"],
  ],
  [
    ["coop_new", "新增农民专业合作社"], ["coop_total", "年末农民专业合作社总数"], ["farm_new", "新增家庭农场"], ["farm_total", "家庭农场总数"],
    ["brand_reg", "注册农产品商标（个）"], ["green_cert", "获绿色食品认证农产品"], ["tour_sites", "打造乡村旅游示范点"], ["tour_visitors", "年接待游客量"],
    ["tour_visitors_last", "上年接待游客量"], ["tour_income", "旅游综合收入（万元）"], ["tour_income_last", "上年旅游综合收入（万元）"],
    ["ecom_sites", "农村电商服务站"], ["ecom_talents", "培育农村电商人才"], ["ecom_sales", "农产品网络销售额"],
  ],
  [
    ["talent_total", "引进各类人才（人）"], ["talent_agri", "其中：农业技术人才"], ["talent_mgmt", "其中：经营管理人才"], ["talent_tour", "其中：乡村旅游人才"],
    ["talent_other", "其中：其他人才"], ["talent_trained", "培训农村实用人才"], ["talent_award", "表彰人才数"], ["billboard_villages", "宣传栏村数"],
    ["civ_villages", "文明村数"], ["civ_families", "评选文明家庭"], ["heritage_sites", "修缮古建筑、古遗址"], ["heritage_items", "非遗项目数"],
    ["bookhouse", "建成农家书屋"], ["culture_events", "举办文化活动"],
  ],
];

/** @type {Record<string, string>} */
const fields = { fund_total: "#fund_xjzj", fund_central: "#fund_zyzj", fund_province: "#fund_sjzj", fund_county: "#fund_fundCounty" };
PANES.forEach((pane) => pane.forEach(([field, label]) => (fields[field] = `.ant-tabs .ant-form-item:has(label[title="${label}"]) input`)));

/** @type {import("../stack").Stack} */
export default {
  name: "Ant Design Vue 1.7",
  page: "/www/demo/antd-vue/index.html",
  host: "antd",
  oldest: 64,
  open: (user) => user.waitFor("!!document.querySelector('.ant-tabs-tabpane input')"),
  fields,
  show: async (user, field) => {
    const at = PANES.findIndex((pane) => pane.some(([id]) => id === field));
    if (at < 0) return;
    await user.click(`.ant-tabs-tab:nth-child(${at + 1})`);
    await user.waitFor(`/active/.test(document.querySelectorAll('.ant-tabs-tabpane')[${at}].className) && !document.querySelector('.ant-tabs-content-animated[style*="transition"]')`);
  },
  decoys: [
    "input#query_empTotal", "#query_tourIncome", "#past tbody tr:nth-child(1) input", "#past tbody tr:nth-child(2) input",
    '.ant-tabs .ant-form-item:has(label[title="就业率（系统计算）"]) input',
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
