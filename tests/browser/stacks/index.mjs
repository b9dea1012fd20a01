// Every page that the shared script runs on.
import { readdirSync } from "node:fs";

const folder = new URL(".", import.meta.url);
const helpers = new Set(["index.mjs", "antd-fields.mjs"]);

/** @type {import("../stack").Stack[]} */
export const stacks = [];
for (const name of readdirSync(folder).sort()) if (!helpers.has(name)) stacks.push((await import(new URL(name, folder).href)).default);
