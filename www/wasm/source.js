// Where the engine comes from, in wasm and in JavaScript. The build of the one-file script puts inline.js in this file's place.
export { instantiate, scriptDoor } from "./file.js";
