// The report in the older Ant Design of Vue 2: the main table with a-form-model and prop, the annex with v-decorator, one
// bar at the foot of the page that hands both in together.
(function () {
  "use strict";

  var tabs = [
    { key: "jobs", title: "就业帮扶", items: [
      { prop: "ldlzs", label: "脱贫劳动力总数（人）", number: true },
      { prop: "jyrs", label: "就业人数（人）", number: true, extra: "上年就业人数：1612 人" },
      { prop: "empOutProv", label: "省外务工", unit: "人" },
      { prop: "snxw", label: "省内县外务工", unit: "人" },
      { prop: "xnwg", label: "县内务工", unit: "人" },
      { prop: "qtjy", label: "其他就业人数", unit: "人" },
    ] },
    { key: "farming", title: "产业振兴", items: [
      { prop: "xzhzs", label: "新增农民专业合作社", unit: "家" },
      { prop: "hzszs", label: "年末农民专业合作社总数", unit: "家" },
      { prop: "farmNew", label: "新增家庭农场", unit: "家" },
      { prop: "farmTotal", label: "家庭农场总数", unit: "家" },
      { prop: "sbzc", label: "注册农产品商标（个）", number: true },
      { prop: "lssp", label: "获绿色食品认证农产品", unit: "种" },
      { prop: "sfd", label: "打造乡村旅游示范点", unit: "个" },
      { prop: "ykl", label: "年接待游客量", unit: "万人次" },
      { prop: "sqykl", label: "上年接待游客量", unit: "万人次" },
      { prop: "tourIncome", label: "旅游综合收入（万元）", number: true, decimals: 2 },
      { prop: "snlysr", label: "上年旅游综合收入（万元）", number: true, decimals: 2 },
      { prop: "dszd", label: "农村电商服务站", unit: "个" },
      { prop: "dsrc", label: "培育农村电商人才", unit: "名" },
      { prop: "onlineSales", label: "农产品网络销售额", unit: "万元" },
    ] },
    { key: "talent", title: "人才与文化", items: [
      { prop: "yjrc", label: "引进各类人才（人）", number: true },
      { prop: "nyjs", label: "其中：农业技术人才", unit: "人" },
      { prop: "jygl", label: "其中：经营管理人才", unit: "人" },
      { prop: "xcly", label: "其中：乡村旅游人才", unit: "人" },
      { prop: "qtrc", label: "其中：其他人才", unit: "人" },
      { prop: "pxrc", label: "培训农村实用人才", unit: "人次" },
      { prop: "bzjl", label: "表彰人才数", unit: "名" },
      { prop: "xclc", label: "宣传栏村数", unit: "个" },
      { prop: "civVillages", label: "文明村数", unit: "个" },
      { prop: "wmjt", label: "评选文明家庭", unit: "户" },
      { prop: "gjz", label: "修缮古建筑、古遗址", unit: "处" },
      { prop: "fy", label: "非遗项目数", unit: "项" },
      { prop: "njsw", label: "建成农家书屋", unit: "个" },
      { prop: "whhd", label: "举办文化活动", unit: "场次" },
    ] },
  ];
  var funds = [
    { name: "xjzj", label: "衔接资金合计" }, { name: "zyzj", label: "其中：中央衔接资金" },
    { name: "sjzj", label: "其中：省级衔接资金" }, { name: "fundCounty", label: "其中：市县衔接资金" },
  ];

  function each(callback) {
    tabs.forEach(function (tab) { tab.items.forEach(callback); });
  }

  function emptyModel() {
    var model = {};
    each(function (item) { model[item.prop] = undefined; });
    return model;
  }

  function rulesOf() {
    var rules = {};
    each(function (item) { rules[item.prop] = [{ required: true, message: "请填写" + item.label, trigger: item.number ? "change" : "blur" }]; });
    return rules;
  }

  function post(path, data, done) {
    var request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Content-Type", "application/json;charset=UTF-8");
    request.onload = function () { done(JSON.parse(request.responseText)); };
    request.send(JSON.stringify(data));
  }

  new Vue({
    el: "#app",
    data: function () {
      return {
        tabs: tabs, funds: funds, tab: "jobs", model: emptyModel(), rules: rulesOf(), busy: false, found: "", state: "",
        query: this.$form.createForm(this, { name: "query" }), fund: this.$form.createForm(this, { name: "fund" }),
        columns: [
          { title: "填报单位", dataIndex: "unit" }, { title: "年度", dataIndex: "year" },
          { title: "就业人数（人）", dataIndex: "work", scopedSlots: { customRender: "work" } },
        ],
        rows: [{ id: 1, unit: "河口镇", year: 2023, work: "1612" }, { id: 2, unit: "清溪乡", year: 2023, work: "938" }],
      };
    },
    computed: {
      rate: function () {
        var all = this.model.ldlzs;
        return all > 0 && this.model.jyrs >= 0 ? (this.model.jyrs / all * 100).toFixed(2) : "";
      },
    },
    methods: {
      grouped: function (value) { return String(value === undefined || value === null ? "" : value).replace(/\B(?=(\d{3})+(?!\d))/g, ","); },
      bare: function (text) { return text.replace(/,/g, ""); },
      search: function (event) {
        event.preventDefault();
        var page = this;
        post("query", this.query.getFieldsValue(), function () { page.found = "共 2 条"; });
      },
      all: function () { return Object.assign({}, this.model, this.fund.getFieldsValue()); },
      submit: function () {
        var page = this;
        var annex = new Promise(function (done) { page.fund.validateFields(function (errors) { done(!errors); }); });
        var main = new Promise(function (done) { page.$refs.main.validate(done); });
        Promise.all([main, annex]).then(function (good) {
          if (!good[0] || !good[1]) return page.$message.warning("请按提示补充后再提交");
          page.busy = true;
          post("save", page.all(), function (answer) {
            page.busy = false;
            page.state = "已提交";
            page.$message.success(answer.msg);
          });
        });
      },
      draft: function () {
        var page = this;
        post("draft", this.all(), function () { page.state = "已暂存"; });
      },
      reset: function () {
        this.$refs.main.resetFields();
        this.fund.resetFields();
      },
      back: function () { location.hash = "list"; },
    },
  });
})();
