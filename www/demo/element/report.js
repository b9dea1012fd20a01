// The list with its dialog, and the same report as a page of its own.
var reportForm = {
  data: function () {
    return { form: blankReport(), rules: reportRules };
  },
  methods: {
    submitForm: function () {
      var self = this;
      this.$refs.form.validate(function (valid) {
        if (valid) self.send("save", self.saved);
      });
    },
    saveDraft: function () {
      var self = this;
      this.send("draft", function () { self.$message.success("已暂存"); });
    },
    resetForm: function () {
      this.$refs.form.resetFields();
    },
    send: function (path, done) {
      var loading = this.$loading({ lock: true, text: "正在提交，请稍候" });
      var self = this;
      request(path, this.form).then(function (result) {
        loading.close();
        done.call(self, result);
      }, function (error) {
        loading.close();
        self.$message.error(error.message);
      });
    },
  },
};

var reports = [
  { id: 11, deptName: "河口镇", xzqhDm: "430999104", year: "2024", dxdm: "1", nczhs: 11208, popTotal: "38426", ldlZs: 1742, empTotal: 1655, remark: "" },
  { id: 12, deptName: "云岭乡", xzqhDm: "532999203", year: "2024", dxdm: "3", nczhs: 4052, popTotal: "15210", ldlZs: 980, empTotal: 1012, remark: "" },
];

var ReportList = {
  name: "ReportList",
  template: "#report-list",
  mixins: [reportForm],
  data: function () {
    return {
      loading: false, showSearch: true, searched: 0, open: false, title: "", reportList: [],
      queryParams: { year: null, ldlZs: null, empTotal: null, empInCounty: null },
    };
  },
  created: function () { this.getList(); },
  methods: {
    getList: function () {
      this.reportList = reports;
    },
    reset: function () {
      this.form = blankReport();
      if (this.$refs.form) this.$refs.form.resetFields();
    },
    handleQuery: function () {
      this.searched += 1;
      this.getList();
    },
    resetQuery: function () {
      this.$refs.queryForm.resetFields();
      this.handleQuery();
    },
    handleAdd: function () {
      this.reset();
      this.open = true;
      this.title = "添加年报";
    },
    handleUpdate: function (row) {
      this.reset();
      this.form = Object.assign(blankReport(), row);
      this.open = true;
      this.title = "修改年报";
    },
    cancel: function () {
      this.open = false;
      this.reset();
    },
    saved: function () {
      this.$message.success("操作成功");
      this.open = false;
      this.getList();
    },
  },
};

var ReportFull = {
  name: "ReportFull",
  template: "#report-full",
  mixins: [reportForm],
  mounted: function () { window.addEventListener("keydown", this.onKey); },
  destroyed: function () { window.removeEventListener("keydown", this.onKey); },
  methods: {
    onKey: function (event) {
      if (event.ctrlKey && event.key === "s") {
        event.preventDefault();
        this.submitForm();
      }
    },
    saved: function () {
      this.$message.success("上报成功");
      this.$router.push("/report");
    },
  },
};
