import { leave } from "./leave.js";
import { makePanel } from "../panel/panel.js";

leave({ makePanel });
