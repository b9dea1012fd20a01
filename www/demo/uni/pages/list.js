// The list of reports with its search: the same words as in the report, but questions to the list.
import { h, ref } from "vue";
import { Button, Input, uni, View } from "@dcloudio/uni-h5";

const box = (tag, name, inside) => h(tag, { class: name }, { default: () => inside });

export default {
  setup() {
    const found = ref("");
    const asked = ref("");
    const query = () => uni.request({ url: new URL("query", location.href.split("#")[0]).href, method: "POST", data: { empTotal: asked.value }, success: () => (found.value = "共 2 条") });
    return () => box(View, "uni-padding-wrap", [
      box(View, "uni-form-item search", [
        box(View, "title", "脱贫劳动力实现就业"),
        h(Input, { class: "uni-input", type: "number", name: "empTotal", placeholder: "不少于", modelValue: asked.value, "onUpdate:modelValue": (value) => (asked.value = value) }),
        h(Button, { size: "mini", onClick: query }, { default: () => "查询" }),
        box(View, "found", found.value),
      ]),
      box(View, "uni-list-cell", "河口镇　2023 年　已审核"),
      h(Button, { type: "primary", class: "new", onClick: () => uni.navigateTo({ url: "/pages/report/report" }) }, { default: () => "新增填报" }),
    ]);
  },
};
