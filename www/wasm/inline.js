// The wasm bytes inside the script: no second request, no MIME type, works from file://.
import letters from "../.cache/tianbao_bg.wasm";
import { instances } from "./compiled.js";
import { bytes } from "./letters.js";

export const instantiate = instances(() => WebAssembly.compile(bytes(letters)));
