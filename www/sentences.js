// What the author of a pack is told, in either language: text for the engine, which fills it in. A page whose pack is right
// never loads it.
export { default as zh } from "../src/message/authors.zh.txt";
export { default as en } from "../src/message/authors.en.txt";
