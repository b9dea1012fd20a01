// A part that is loaded without attaching: apart from the others, so that the engine's side does not carry their names. The build of
// the one-file script puts sentences-part-beside.js in this file's place.

/** @type {() => Promise<typeof import("./sentences.js")>} */
export const sentencesPart = () => import("./sentences.js");
