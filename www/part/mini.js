import { leave } from "./leave.js";
import { announce } from "../mini-program.js";

leave({ announce });
