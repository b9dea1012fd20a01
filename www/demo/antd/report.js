// The report form: items from the form designer's list, antd's own controls, its own validation.
(function () {
  "use strict";
  const h = React.createElement;
  const { Form, Input, InputNumber, Select, Radio, Tabs, Row, Col } = antd;

  const grouped = (value) => (value === undefined || value === null ? "" : String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ","));
  const bare = (text) => (text || "").replace(/,/g, "");

  /** What InputNumber needs for one figure. */
  function figure(item) {
    const shape = item.plain ? {} : { formatter: grouped, parser: bare };
    return Object.assign({ min: 0, precision: item.decimals || 0, controls: false, placeholder: "请输入" }, shape);
  }

  function control(item) {
    if (item.type === "text") return h(Input, { maxLength: item.max || 30, placeholder: "请输入", allowClear: true });
    if (item.type === "select") return h(Select, { placeholder: "请选择", options: item.options.map(([value, label]) => ({ value, label })) });
    if (item.type === "radio") return h(Radio.Group, { options: item.options.map(([value, label]) => ({ value, label })) });
    return h(InputNumber, Object.assign(figure(item), { addonAfter: item.unit }));
  }

  function single(item) {
    const rules = item.required ? [{ required: true, message: "请填写" + item.label }] : [];
    return h(Form.Item, { key: item.path.join(), name: item.path, label: item.label, rules }, control(item));
  }

  /** This year's figure and, beside it, what the server holds of last year. */
  function pair(item) {
    const rules = [{ required: true, message: "请填写" + item.label }];
    return h(Form.Item, { key: item.path.join(), label: item.label + "（" + item.unit + "）", required: true },
      h("div", { className: "pair" },
        h(Form.Item, { name: item.path, noStyle: true, rules }, h(InputNumber, figure(item))),
        h("span", null, "上年"),
        h(Form.Item, { name: item.last, noStyle: true }, h(InputNumber, Object.assign(figure(item), { disabled: true, placeholder: "" })))));
  }

  /** The portal works this one out by itself. */
  function computed(item) {
    const rate = ({ getFieldValue }) => {
      const all = getFieldValue(["jobs", "labourForce"]);
      const work = getFieldValue(["jobs", "empTotal"]);
      const value = all > 0 && work >= 0 ? ((work / all) * 100).toFixed(2) : "";
      return h(Form.Item, { label: item.label }, h(Input, { value, readOnly: true, addonAfter: item.unit }));
    };
    return h(Form.Item, { key: item.path.join(), noStyle: true, shouldUpdate: true }, rate);
  }

  function cell(item) {
    const made = item.type === "computed" ? computed(item) : item.last ? pair(item) : single(item);
    return h(Col, { key: item.path.join(), xs: 24, md: 12 }, made);
  }

  function pane(tab) {
    return { key: tab.key, label: tab.title, children: h(Row, { gutter: 24 }, tab.items.map(cell)) };
  }

  /** The form of one township's report. `onDone` gets the values when antd has found nothing wrong. */
  window.ReportForm = function ReportForm({ form, onDone, children }) {
    return h(Form, {
      form, name: "report", className: "report", layout: "horizontal", initialValues: LAST_YEAR, scrollToFirstError: true,
      labelCol: { flex: "236px" }, wrapperCol: { flex: 1 }, labelWrap: true, onFinish: onDone,
    }, h(Tabs, { items: TABS.map(pane) }), children);
  };

  /** What is handed in, as the portal's request module sends it. */
  window.send = function send(path, values) {
    return fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(values) })
      .then((answer) => answer.json());
  };
})();
