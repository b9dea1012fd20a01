// The same parts as scripts that lie beside the tag's.
import { beside } from "./beside.js";

/** @type {() => Promise<typeof import("./panel/furnish.js")>} */
export const panelPart = beside("tianbao-panel.js", __TIANBAO_SUMS__.panel);

/** @type {() => Promise<typeof import("./draft/draft.js")>} */
export const draftPart = beside("tianbao-draft.js", __TIANBAO_SUMS__.draft);

/** @type {() => Promise<typeof import("./sheet/sheet.js")>} */
export const sheetPart = beside("tianbao-sheet.js", __TIANBAO_SUMS__.sheet);

/** @type {() => Promise<typeof import("./host/stacks.js")>} */
export const stacksPart = beside("tianbao-stacks.js", __TIANBAO_SUMS__.stacks);

/** @type {() => Promise<typeof import("./mini-program.js")>} */
export const miniPart = beside("tianbao-mini.js", __TIANBAO_SUMS__.mini);

/** @type {() => Promise<typeof import("./assistant/assistant.js")>} */
export const assistantPart = beside("tianbao-assistant.js", __TIANBAO_SUMS__.assistant);
