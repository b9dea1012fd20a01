// React 18 with Ant Design 5, the report as a page: ids are form paths, figures are shown grouped, panes come when opened.
import { choose, fields, good, panes } from "./antd-fields.mjs";

const sent = "document.body.dataset.sent === 'yes'";
const CONFIRM = ".ant-modal-confirm .ant-modal-confirm-btns .ant-btn-primary";

/** antd asks once more before it sends. @param {import("../stack").User} user */
async function confirm(user) {
  await user.waitFor(`!!document.querySelector("${CONFIRM}")`);
  await user.click(CONFIRM);
  await user.waitFor(sent);
}

/** @param {() => Promise<unknown>} press @param {import("../stack").User} user */
async function handIn(user, press) {
  await press();
  if (await user.evaluate(`(${waitForConfirm})("${CONFIRM}")`)) await confirm(user);
}

/** In the page: whether the question comes up at all; it does not where the report was stopped. @param {string} button */
function waitForConfirm(button) {
  return new Promise((done) => {
    let left = 20;
    const look = () => (document.querySelector(button) ? done(true) : (left -= 1) < 0 ? done(false) : setTimeout(look, 25));
    look();
  });
}

/** @type {import("../stack").Stack} */
export default {
  name: "Ant Design 5",
  page: "/www/demo/antd/index.html",
  host: "antd",
  oldest: 69,
  open: async (user) => {
    await user.waitFor("!!document.querySelector('.portal-head nav a')");
    await user.click(".portal-head nav a:nth-child(2)");
    await user.waitFor("!!document.querySelector('.report')");
    await choose(user);
  },
  fields: fields(".report"),
  show: (user, field) => panes(user, ".report", field),
  decoys: [
    "#query_townshipName", "#query_bgnd", "#query_empTotal", "#past tbody tr:nth-child(1) input", "#past tbody tr:nth-child(2) input",
    "#past tbody tr:nth-child(3) input", ".report .ant-input[readonly]",
  ],
  good,
  bad: { emp_total: "1955" },
  submit: {
    "提交, in the form": (user) => handIn(user, () => user.click(".report-foot .ant-btn-primary")),
    "上报, outside the form, through form.submit() of antd": (user) => handIn(user, () => user.click("#top-submit")),
    "Enter in what the page works out": (user) => handIn(user, async () => {
      await panes(user, ".report", "income_pc");
      await user.click(".report .ant-input[readonly]");
      await user.press("Enter");
    }),
  },
  pass: {
    "Enter in a figure": async (user) => {
      await panes(user, ".report", "income_pc");
      await user.click("#report_jobs_train_qs");
      await user.press("Enter");
      await user.waitFor("document.activeElement.id === 'report_jobs_train_rc'");
    },
    "暂存": async (user) => {
      await user.click(".report-foot .draft");
      await user.waitFor("/已暂存/.test(document.body.textContent)");
    },
    "查询": async (user) => {
      await user.click("#query button[type=submit]");
      await user.waitFor("/共 3 条/.test(document.querySelector('#past').textContent)");
    },
    "重置": async (user) => {
      await user.click(".report-foot .reset");
      await user.waitFor("document.querySelector('#report_jobs_empTotal').value === ''");
    },
    "返回": async (user) => {
      await user.click(".report-foot .back");
      await user.waitFor("!document.querySelector('.report')");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/antd/save")).map(({ body }) => body),
};
