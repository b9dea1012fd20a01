// The wasm bytes inside the script: no second request, no MIME type, works from file://. The JavaScript build lies beside it.
import letters from "../.cache/tianbao_bg.wasm";
import { beside } from "../beside.js";
import { instances } from "./compiled.js";
import { bytes } from "./letters.js";

export const instantiate = instances(() => WebAssembly.compile(bytes(letters)));

/** @type {() => Promise<() => import("./door.js").Door>} */
const engine = beside("tianbao-engine.js", __TIANBAO_SUMS__.engine);

export const scriptDoor = () => engine().then((makeDoor) => makeDoor());
