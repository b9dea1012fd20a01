import { leave } from "./leave.js";
import { en, zh } from "../sentences.js";

leave({ en, zh });
