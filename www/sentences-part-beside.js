// The same part as a script that lies beside the tag's.
import { beside } from "./beside.js";

/** @type {() => Promise<typeof import("./sentences.js")>} */
export const sentencesPart = beside("tianbao-sentences.js", __TIANBAO_SUMS__.sentences);
