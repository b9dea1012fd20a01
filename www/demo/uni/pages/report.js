// The report: uni-form with form-type buttons; every item a view with a title and an input, some wrapped by a label.
import { computed, h, reactive } from "vue";
import { Button, Form, Input, Label, Text, uni, View } from "@dcloudio/uni-h5";

const GROUPS = [
  ["就业", [
    ["ldlzs", "脱贫劳动力总数", "人"], ["empTotal", "就业人数", "人"], ["pxqs", "举办就业技能培训班", "期"], ["pxrc", "培训脱贫劳动力", "人次"],
  ]],
  ["监测帮扶", [
    ["screenedHh", "排查农户数", "户"], ["xzhs", "全年识别纳入监测对象户数", "户"], ["xzrs", "全年识别纳入监测对象人数", "人"],
    ["ljhs", "年末累计监测户数", "户"], ["ljrs", "年末累计监测人数", "人"], ["jhhs", "已制定帮扶计划户数", "户"], ["fprs", "返贫人数", "人"],
  ]],
  ["产业帮扶", [
    ["jds", "新增特色种植基地", "个"], ["jdmj", "新增特色种植基地面积", "亩", "digit"], ["lyxm", "利益联结产业项目", "个"],
    ["zsze", "产业项目增收总额", "万元", "digit"], ["syrk", "产业项目受益人口", "人"],
  ]],
  ["绿色发展", [
    ["gdmj", "耕地面积", "亩", "digit"], ["bzmj", "农作物播种面积", "亩", "digit"], ["snbz", "上年农作物播种面积", "亩", "digit"],
    ["soilArea", "测土配方施肥面积", "亩", "digit"], ["fglv", "测土配方施肥技术覆盖率", "%", "digit"],
    ["hf", "本年化肥使用量（折纯）", "吨", "digit"], ["snhf", "上年化肥使用量（折纯）", "吨", "digit"], ["jshf", "减少化肥使用量（折纯）", "吨", "digit"],
    ["fkmj", "病虫害绿色防控面积", "亩", "digit"], ["ny", "农药使用量", "吨", "digit"], ["snny", "上年农药使用量", "吨", "digit"], ["jsny", "减少农药使用量", "吨", "digit"],
    ["gmyz", "规模养殖场总数", "家"], ["bzgz", "标准化改造规模养殖场", "家"], ["ptss", "已配套粪污处理设施的规模养殖场", "家"],
    ["fwcs", "畜禽粪污产生量", "吨", "digit"], ["fwly", "畜禽粪污综合利用量", "吨", "digit"], ["manureRate", "粪污综合利用率", "%", "digit"],
    ["stny", "生态循环农业示范基地", "个"],
  ]],
  ["文化", [["whgc", "建成文化广场", "个"]]],
];

const box = (tag, name, inside) => h(tag, { class: name }, { default: () => inside });
const address = (path) => new URL(path, location.href.split("#")[0]).href;

export default {
  setup() {
    const model = reactive({});
    GROUPS.forEach(([, items]) => items.forEach(([name]) => (model[name] = "")));
    const state = reactive({ text: "", rows: ["", ""] });
    const rate = computed(() => (model.ldlzs > 0 && model.empTotal !== "" ? ((model.empTotal / model.ldlzs) * 100).toFixed(2) : ""));

    const input = ([name, title, , type]) => h(Input, {
      class: "uni-input", name, type: type || "number", placeholder: `请填写${title}`, modelValue: model[name], "onUpdate:modelValue": (value) => (model[name] = value),
    });
    // Every other item is wrapped by its label, as both habits are seen side by side.
    const item = (one, at) => box(at % 2 ? Label : View, "uni-form-item", [box(Text, "title", one[1]), input(one), box(Text, "unit", one[2])]);
    const worked = () => box(View, "uni-form-item", [
      box(Text, "title", "就业率（自动计算）"), h(Input, { class: "uni-input", disabled: true, name: "jyl", modelValue: rate.value }), box(Text, "unit", "%"),
    ]);
    const row = (village, at) => box(View, "uni-form-item row", [
      box(Text, "title", village), h(Input, { class: "uni-input", type: "number", placeholder: "文化广场", modelValue: state.rows[at], "onUpdate:modelValue": (value) => (state.rows[at] = value) }), box(Text, "unit", "个"),
    ]);

    const request = (path, done) => uni.request({ url: address(path), method: "POST", data: Object.assign({}, model), success: ({ data }) => done(data) });
    const blank = () => GROUPS.map(([, items]) => items.filter(([name]) => model[name] === "")[0]).filter(Boolean)[0];
    const save = () => request("save", ({ msg }) => {
      state.text = "已提交";
      uni.showToast({ title: msg, duration: 600 });
    });
    const submit = () => {
      const missing = blank();
      if (missing) return uni.showToast({ title: `请填写${missing[1]}`, icon: "none" });
      uni.showModal({ title: "提示", content: "确认上报本年度数据吗？", success: ({ confirm }) => confirm && save() });
    };
    const reset = () => Object.keys(model).forEach((name) => (model[name] = ""));
    const button = (text, more) => h(Button, more, { default: () => text });

    return () => box(View, "uni-padding-wrap", [
      h(Form, { onSubmit: submit, onReset: reset }, { default: () => [
        GROUPS.map(([title, items], at) => box(View, "group", [box(View, "uni-title", title), items.map(item), at === 0 ? worked() : null])),
        box(View, "group", [box(View, "uni-title", "各村明细（另报）"), row("河口村", 0), row("新塘村", 1)]),
        box(View, "uni-btn-v", [
          button("提交", { formType: "submit", type: "primary", class: "submit" }), button("暂存", { class: "draft", onClick: () => request("draft", () => (state.text = "已暂存")) }),
          button("重置", { formType: "reset", class: "reset" }), button("返回", { class: "back", onClick: () => uni.navigateBack() }),
        ]),
        box(View, "state", state.text),
      ] }),
    ]);
  },
};
