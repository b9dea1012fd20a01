// The portal around the report: list with search, editable rows, the report as a page and as a dialog.
(function () {
  "use strict";
  const h = React.createElement;
  const { useState, useEffect } = React;
  const { App, Button, Card, ConfigProvider, Form, Input, InputNumber, Modal, Space, Table } = antd;

  const ROWS = [
    { id: 1, townshipName: "河口镇", year: 2023, empTotal: 1612, state: "已审核" },
    { id: 2, townshipName: "清溪乡", year: 2023, empTotal: 938, state: "已审核" },
    { id: 3, townshipName: "石桥镇", year: 2023, empTotal: 2047, state: "已退回" },
  ];

  /** The list's own search: the same words as the report, but questions to the list. */
  function Search({ onSearch }) {
    return h(Form, { name: "query", layout: "inline", onFinish: onSearch },
      h(Form.Item, { name: "townshipName", label: "填报单位" }, h(Input, { placeholder: "请输入" })),
      h(Form.Item, { name: "bgnd", label: "报告年度" }, h(InputNumber, { placeholder: "请输入" })),
      h(Form.Item, { name: "empTotal", label: "脱贫劳动力实现就业人数" }, h(InputNumber, { placeholder: "不少于" })),
      h(Space, null, h(Button, { type: "primary", htmlType: "submit" }, "查询"), h(Button, { htmlType: "reset" }, "重置")));
  }

  /** Figures of past years may be put right in their rows. */
  function Past() {
    const [found, setFound] = useState("");
    const [rows, setRows] = useState(ROWS);
    const edit = (id, value) => setRows(rows.map((row) => (row.id === id ? Object.assign({}, row, { empTotal: value }) : row)));
    const columns = [
      { title: "填报单位", dataIndex: "townshipName" }, { title: "报告年度", dataIndex: "year" },
      { title: "脱贫劳动力实现就业人数（人）", dataIndex: "empTotal", render: (value, row) => h(InputNumber, { value, onChange: (next) => edit(row.id, next) }) },
      { title: "状态", dataIndex: "state" },
    ];
    const search = (values) => send("query", values).then(() => setFound("共 " + rows.length + " 条"));
    return h(Card, { id: "past", title: "往年数据", size: "small", extra: found },
      h(Search, { onSearch: search }), h(Table, { style: { marginTop: 12 }, size: "small", rowKey: "id", columns, dataSource: rows, pagination: false }));
  }

  /** Asks once more, then sends: the way that the designer's "提交前确认" switch makes. */
  function useSubmit(after) {
    const { modal, message } = App.useApp();
    const go = (values) => send("save", values).then((answer) => {
      message.success(answer.msg);
      after();
    });
    return (values) => modal.confirm({ title: "确认提交", content: "提交后由县级审核，确认提交吗？", okText: "确认", cancelText: "取消", onOk: () => go(values) });
  }

  function Page() {
    const [form] = Form.useForm();
    const { message } = App.useApp();
    const submit = useSubmit(() => (document.body.dataset.sent = "yes"));
    const draft = () => send("draft", form.getFieldsValue(true)).then(() => message.success("已暂存"));
    const title = h(Space, null, h("span", null, "2024 年度乡镇填报"));
    const extra = h(Button, { id: "top-submit", type: "primary", onClick: () => form.submit() }, "上报");
    return h(Card, { title, extra },
      h(ReportForm, { form, onDone: submit },
        h("div", { className: "report-foot" },
          h(Button, { type: "primary", htmlType: "submit" }, "提交"), h(Button, { className: "draft", onClick: draft }, "暂存"),
          h(Button, { className: "reset", onClick: () => form.resetFields() }, "重置"), h(Button, { className: "back", onClick: () => (location.hash = "list") }, "返回"))));
  }

  function Dialog({ open, onClose }) {
    const [form] = Form.useForm();
    const { message } = App.useApp();
    const ok = () => form.validateFields().then((values) => send("save", values)).then((answer) => {
      message.success(answer.msg);
      document.body.dataset.sent = "yes";
      onClose();
    }, () => undefined);
    return h(Modal, { title: "新增填报", open, width: 900, onOk: ok, onCancel: onClose, okText: "确定", cancelText: "取消", destroyOnHidden: true, maskClosable: false },
      h(ReportForm, { form, onDone: ok }));
  }

  function List() {
    const [open, setOpen] = useState(false);
    return h(React.Fragment, null,
      h(Card, { title: "年度填报" }, h(Space, null,
        h(Button, { id: "new", type: "primary", onClick: () => setOpen(true) }, "新增"), h(Button, { id: "full", href: "#report" }, "全屏填报"))),
      h(Past), h(Dialog, { open, onClose: () => setOpen(false) }));
  }

  function Portal() {
    const [route, setRoute] = useState(location.hash.slice(1));
    useEffect(() => {
      const follow = () => setRoute(location.hash.slice(1));
      addEventListener("hashchange", follow);
      return () => removeEventListener("hashchange", follow);
    }, []);
    const page = route === "report" ? h(React.Fragment, null, h(Page), h(Past)) : h(List);
    return h(React.Fragment, null,
      h("header", { className: "portal-head" }, h("b", null, "乡村振兴数据直报"), h("nav", null, h("a", { href: "#list" }, "年度填报"), h("a", { href: "#report" }, "2024 年度"))),
      h("main", { className: "portal-body" }, page));
  }

  const root = ReactDOM.createRoot(document.getElementById("root"));
  root.render(h(ConfigProvider, { locale: antd.locales.zh_CN, theme: { token: { motion: false } } }, h(App, null, h(Portal))));
})();
