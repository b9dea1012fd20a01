// A page with nothing attached yet, whose submissions stay away from it.
import { portal } from "./support.mjs";

export const quiet = portal({ attributes: "" })
  .replace(`data-pack="#pack"`, "")
  .replace(`<form id="report"`, `<form id="report" target="answer"`)
  .replace("</body>", `<iframe name="answer"></iframe></body>`);
