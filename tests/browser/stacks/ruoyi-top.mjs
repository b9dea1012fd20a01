// The same dialog with the tag in the top page alone, as where only the frame of the system can be edited.
import ruoyi from "./ruoyi.mjs";

/** @type {import("../stack").Stack} */
export default { ...ruoyi, name: "RuoYi, the tag in the top page", page: "/www/demo/ruoyi/index.html?tag=top" };
