// The list with its dialog, and the same report as a page of its own.
async function request(path, data) {
  const loading = ElementPlus.ElLoading.service({ lock: true, text: "正在提交，请稍候" });
  try {
    const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data) });
    const result = await answer.json();
    if (result.code !== 0) throw new Error(result.msg);
  } finally {
    loading.close();
  }
}

function useReport(saved) {
  const form = Vue.ref(blankReport());
  const reportRef = Vue.ref(null);
  const send = () => request("save", form.value).then(saved, (error) => ElementPlus.ElMessage.error(error.message));
  const saveDraft = () => request("draft", form.value).then(() => ElementPlus.ElMessage.success("已保存"));
  const resetForm = () => reportRef.value.resetFields();
  return { form, reportRef, rules: reportRules, send, saveDraft, resetForm };
}

const copy = (data) => JSON.parse(JSON.stringify(data));

const reports = [
  { id: 11, unitName: "河口镇", areaCode: "430999104", nd: 2024, remark: "", work: { ldl: 1742, employed: 1655, out: "742", province: "318", county: "421", other: "174" } },
  { id: 12, unitName: "云岭乡", areaCode: "532999203", nd: 2023, remark: "", work: { ldl: 980, employed: 1012, out: "400", province: "300", county: "212", other: "100" } },
];

const YearList = {
  name: "YearList",
  template: "#year-list",
  setup() {
    const open = Vue.ref(false);
    const title = Vue.ref("");
    const searched = Vue.ref(0);
    const queryRef = Vue.ref(null);
    const queryParams = Vue.reactive({ nd: "", ldl: "", employed: "", county: "" });
    const list = Vue.ref(copy(reports));
    const report = useReport(() => {
      ElementPlus.ElMessage.success("操作成功");
      open.value = false;
    });

    function show(heading, data) {
      report.form.value = data;
      title.value = heading;
      open.value = true;
    }
    function handleUpdate(row) {
      const fresh = blankReport();
      const { remark, ...rest } = copy(row);
      show("修改年度报表", { ...fresh, ...rest, work: { ...fresh.work, ...rest.work } });
    }
    function handleQuery() {
      searched.value += 1;
      list.value = copy(reports);
    }
    function resetQuery() {
      queryRef.value.resetFields();
      handleQuery();
    }
    function submitForm() {
      report.reportRef.value.validate((valid) => {
        if (valid) report.send();
      });
    }
    function cancel() {
      open.value = false;
      report.reportRef.value.resetFields();
    }
    const handleAdd = () => show("新增年度报表", blankReport());
    return { ...report, open, title, searched, queryRef, queryParams, list, handleAdd, handleUpdate, handleQuery, resetQuery, submitForm, cancel };
  },
};

const YearFull = {
  name: "YearFull",
  template: "#year-full",
  setup() {
    const router = VueRouter.useRouter();
    const back = () => router.push("/year");
    const report = useReport(() => {
      ElementPlus.ElMessage.success("提交成功");
      back();
    });

    async function submitForm() {
      try {
        await report.reportRef.value.validate();
      } catch {
        return;
      }
      report.send();
    }
    function onKey(event) {
      if (!event.ctrlKey || event.key !== "s") return;
      event.preventDefault();
      submitForm();
    }
    Vue.onMounted(() => addEventListener("keydown", onKey));
    Vue.onUnmounted(() => removeEventListener("keydown", onKey));
    return { ...report, submitForm, back };
  },
};
