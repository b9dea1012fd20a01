// `npm start`: everything built, and the demo on this machine alone, until Ctrl+C.
import { makeDist } from "./dist.mjs";
import { main, say } from "./say.mjs";
import { startServer } from "./server.mjs";
import { setup } from "./setup.mjs";

const FIRST_PORT = 8300;

await main(import.meta.url, async () => {
  await setup();
  say("Building");
  await makeDist({ strict: false });
  const home = "/www/demo/";
  const { origin } = await startServer({ port: FIRST_PORT, home });
  say(`The demo: ${origin}${home}`);
  say("Ctrl+C ends it.");
});
