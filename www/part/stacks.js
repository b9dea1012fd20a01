import { leave } from "./leave.js";
import { STACKS } from "../host/stacks.js";

leave({ STACKS });
