// Writes as we write, through the page's own modules: what stands there afterwards is told.

import { hostOf, prepareHosts } from "/www/host.js";
import { controls } from "/www/host/native.js";

/** @param {string} path selectors joined by " >>> ", each but the last of a frame @param {string} text */
export async function write(path, text) {
  const steps = path.split(" >>> ");
  let page = document;
  for (const frame of steps.slice(0, -1)) page = /** @type {HTMLIFrameElement} */ (page.querySelector(frame)).contentDocument || page;
  const element = /** @type {Element} */ (page.querySelector(steps[steps.length - 1]));
  await prepareHosts("auto", [page]);
  const control = controls(page.body).filter(({ elements }) => elements.includes(/** @type {any} */ (element)))[0];
  const container = element.closest("form,.layui-form,.el-form,.ant-form,.weui-cells_form,uni-form") || page.body;
  const host = hostOf(container, "auto");
  return { took: host.enter(control, text), shown: host.read(control), host: host.name };
}
