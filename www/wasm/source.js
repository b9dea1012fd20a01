// Where the wasm bytes come from. The build of the one-file script puts inline.js in this file's place.
export { instantiate } from "./file.js";
