// The questions of the report, shared by the dialog and the full page; the model is nested, so props are paths.
function blankReport() {
  return {
    id: undefined, unitName: "青石镇", areaCode: "", nd: 2024, terrain: "", hasScenic: "N", xzcs: "",
    work: { tprk: "", ldl: undefined, employed: undefined, out: "", province: "", county: "", other: "", income: undefined },
    cy: {
      jd: undefined, jdmj: "", xm: "", zsze: undefined, benefit: "", coopNew: "", coopTotal: "", farmNew: "", farmTotal: "",
      brand: "", green: "", ds: "", dsrc: "", sales: "", salesLast: "1082.7", lyd: undefined, visitors: undefined, tour: "",
    },
    rc: { total: undefined, agri: "", mgmt: "", tour: "", other: "", trained: "", award: "" },
    zz: { members: "", fresh: "", activists: "", trained: "", found: "", settled: "" },
    st: { gdmj: undefined, bzmj: "", ctpf: "", fertUse: "", fertUseLast: "1036.2", fertCut: "", fwcs: undefined, fwly: undefined },
    zj: { total: undefined, central: "", province: "", county: "" },
    villages: [{ name: "青石村", ldl: "96", employed: 91 }, { name: "河湾村", ldl: "88", employed: 80 }],
  };
}

const needed = (label) => [{ required: true, message: `${label}不能为空`, trigger: "blur" }];
const whole = { pattern: /^\d+$/, message: "请输入整数", trigger: "blur" };
const reportRules = {
  areaCode: [...needed("乡镇代码"), { len: 9, message: "乡镇代码为 9 位", trigger: "blur" }],
  terrain: [{ required: true, message: "请选择地形类型", trigger: "change" }],
  "work.ldl": needed("脱贫劳动力人数"),
  "work.employed": needed("实现就业人数"),
  "work.out": [...needed("省外就业"), whole],
  "work.county": [...needed("县内就业"), whole],
};

const ReportFields = {
  template: "#report-fields",
  props: { form: Object },
  setup(props) {
    const rate = Vue.computed(() => {
      const { ldl, employed } = props.form.work;
      return ldl > 0 && employed != null ? (employed / ldl * 100).toFixed(2) : "";
    });
    const terrains = [{ value: "1", label: "平原" }, { value: "2", label: "丘陵" }, { value: "3", label: "山区" }];
    return { tab: Vue.ref("base"), years: [2023, 2024, 2025], terrains, rate };
  },
};
