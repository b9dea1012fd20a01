// The same report of Ant Design 5 in a dialog: 确定 stands in the dialog's foot, outside the form; opened again it is made anew.
import { choose, fields, good, panes } from "./antd-fields.mjs";

const FORM = ".ant-modal .report";

/** @type {import("../stack").Stack} */
export default {
  name: "Ant Design 5, dialog",
  page: "/www/demo/antd/index.html",
  host: "antd",
  oldest: 69,
  open: async (user) => {
    await user.waitFor("!!document.querySelector('#new')");
    await user.click("#new");
    await user.waitFor(`!!document.querySelector("${FORM}")`);
    await choose(user);
  },
  fields: fields(FORM),
  show: (user, field) => panes(user, FORM, field),
  decoys: ["#query_townshipName", "#query_bgnd", "#query_empTotal", "#past tbody tr:nth-child(1) input", `${FORM} .ant-input[readonly]`],
  good,
  bad: { emp_total: "1955" },
  submit: {
    "确定, in the dialog's foot": (user) => user.click(".ant-modal-footer .ant-btn-primary"),
  },
  pass: {
    "取消": async (user) => {
      await user.click(".ant-modal-footer .ant-btn-default");
      await user.waitFor(`!document.querySelector("${FORM}")`);
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/antd/save")).map(({ body }) => body),
};
