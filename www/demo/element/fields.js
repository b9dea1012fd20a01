// The questions of the report, shared by the dialog and the full page, as the code generator writes them.
function blankReport() {
  return {
    id: null, deptName: "青石镇", xzqhDm: null, year: "2024", dxdm: null, hasScenic: "0", villageNum: null,
    nczhs: undefined, nczhsSn: 11195, popTotal: null, tphs: null, poorPopulation: null,
    lysfd: undefined, jdykl: null, tourIncome: null, tourIncomeLast: "896.4",
    ldlZs: undefined, ldlZsSn: "1728", empTotal: undefined, empTotalLast: "1612", swwg: null, snxwwg: null, empInCounty: null, qtjy: null,
    pxqs: null, trainPersons: null, gyxgw: undefined, gwazrs: null, welfarePay: undefined, rjcsr: null,
    pcnhs: null, monitorHh: null, monitorPop: null, ljjchs: null, ljjcrs: null, bfjhhs: null, fpzprk: undefined,
    slet: null, schoolIn: null, hxmx: null, sxcx: undefined, ycbrs: null, cbrs: null, medPersons: null, yljzje: undefined,
    pcwfhs: null, wfgzhs: null, housePoor: null,
    villages: [{ name: "青石村", ldlZs: "96", empTotal: "91" }, { name: "河湾村", ldlZs: "88", empTotal: "80" }],
  };
}

function needed(label) {
  return [{ required: true, message: label + "不能为空", trigger: "blur" }];
}

var whole = { pattern: /^\d+$/, message: "请输入整数", trigger: "blur" };
var reportRules = {
  xzqhDm: needed("行政区划代码").concat({ pattern: /^\d{9}$/, message: "行政区划代码为9位数字", trigger: "blur" }),
  nczhs: needed("农村总户数"),
  popTotal: needed("农村人口总数").concat(whole),
  tphs: needed("脱贫户总数").concat(whole),
  ldlZs: needed("脱贫劳动力总数"),
  empTotal: needed("就业人数"),
  swwg: needed("省外务工").concat(whole),
  snxwwg: needed("省内县外务工").concat(whole),
  empInCounty: needed("县内务工").concat(whole),
};

Vue.component("ReportFields", {
  template: "#report-fields",
  props: { form: Object },
  data: function () {
    return {
      tab: "base",
      terrains: [{ dictValue: "1", dictLabel: "平原" }, { dictValue: "2", dictLabel: "丘陵" }, { dictValue: "3", dictLabel: "山区" }],
    };
  },
  computed: {
    employRate: function () {
      return this.form.ldlZs > 0 && this.form.empTotal !== undefined ? (this.form.empTotal / this.form.ldlZs * 100).toFixed(2) : "";
    },
  },
});
