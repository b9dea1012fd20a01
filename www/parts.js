// What is loaded when it is first needed: the panel, a draft, the check sheet, what is known of portal stacks, what speaks to a mini-program, the assistant. The build of the one-file script puts
// parts-beside.js in this file's place.

/** @type {() => Promise<typeof import("./panel/furnish.js")>} */
export const panelPart = () => import("./panel/furnish.js");

/** @type {() => Promise<typeof import("./draft/draft.js")>} */
export const draftPart = () => import("./draft/draft.js");

/** @type {() => Promise<typeof import("./sheet/sheet.js")>} */
export const sheetPart = () => import("./sheet/sheet.js");

/** @type {() => Promise<typeof import("./host/stacks.js")>} */
export const stacksPart = () => import("./host/stacks.js");

/** @type {() => Promise<typeof import("./mini-program.js")>} */
export const miniPart = () => import("./mini-program.js");

/** @type {() => Promise<typeof import("./assistant/assistant.js")>} */
export const assistantPart = () => import("./assistant/assistant.js");
