import { leave } from "./leave.js";
import { furnish } from "../panel/furnish.js";

leave({ furnish });
