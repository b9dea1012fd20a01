import { leave } from "./leave.js";
import { openSheet } from "../sheet/sheet.js";

leave({ openSheet });
