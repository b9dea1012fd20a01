// Every portal stack that is known, in the order in which they are asked.

import { antd } from "./antd.js";
import { easyui } from "./easyui.js";
import { element } from "./element.js";
import { elementPlus } from "./element-plus.js";
import { jqueryValidate } from "./jquery-validate.js";
import { layui } from "./layui.js";
import { validform } from "./validform.js";

/** @type {import("../types/inner").Stack[]} */
export const STACKS = [element, elementPlus, easyui, validform, antd, layui, jqueryValidate];
