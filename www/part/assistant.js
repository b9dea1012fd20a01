import { leave } from "./leave.js";
import { assist } from "../assistant/assistant.js";

leave({ assist });
