// `npm run bench:repair`: which figure is wrong, and what it should be, on what is shipped: balance trees whose optimum is known,
// one slip a record, slips of the unit on the township's report. It writes the table of the READMEs; `-- --quick` takes a tenth
// of the records and writes nothing.
import { writeFigures } from "../../../www/tool/figures.mjs";
import { main, say } from "../../../www/tool/say.mjs";
import { loadDist } from "../../prove/driver.mjs";
import { draft } from "./draft.mjs";
import { trees } from "./optimum.mjs";
import { tables } from "./table.mjs";
import { slipsByKind, typingSlips } from "./typing.mjs";
import { unitSlips } from "./units.mjs";

await main(import.meta.url, async () => {
  const quick = process.argv.includes("--quick");
  const tianbao = await loadDist();
  const text = tables({
    trees: await trees(tianbao, quick ? 3 : 30),
    typing: await typingSlips(tianbao, quick ? 300 : 3000),
    kinds: await slipsByKind(tianbao, quick ? 100 : 1000),
    units: await unitSlips(tianbao),
    draft: await draft(tianbao),
  });
  say(text.en);
  if (!quick) writeFigures("repair", text);
});
