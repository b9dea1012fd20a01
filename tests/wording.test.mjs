// Our own words, in both languages: calm, without blame, the same set in each. Those of packs and of the engine have a test of
// their own.
import assert from "node:assert/strict";
import { basename, relative } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { filesUnder } from "../www/tool/fresh.mjs";
import { root, www } from "../www/tool/places.mjs";

const FILES = filesUnder([www]).filter((file) => basename(file) === "text.js" && !file.includes("/demo/"));

/** What no sentence of ours says. */
const NEVER = {
  zh: /非法|不合法|错误|有误|无效|失败|违规|出错|您必须|请务必|严禁|[！!]|抱歉|\?|[,;:](?=[\u4e00-\u9fff])|[，。；：]\s|\.\.\./,
  en: /\b(?:invalid|illegal|wrong|errors?|fail(?:s|ed|ure)?|forbidden|bad|must|oops|sorry|please|you (?:did|have) not)\b|[!！]|\.\.\./i,
};

/** Exact phrases that have to say one of these words: the rule's own name, and no reproach. */
const ALLOWED = ["Must fix", "Must be fixed", "everything that must be fixed is fixed", "This must be fixed in the figures."];

/** Sentences that are made of what they are told: numbers, a list of them, or a day. @param {(...told: any[]) => any} make */
function made(make) {
  for (const told of [[3, 3, 3, 3], [["3", "3", "3", "3", "3"]]]) {
    try {
      return make(...told);
    } catch {
      continue;
    }
  }
  return make(new Date(2025, 0, 5));
}

/** @param {any} words @param {string} [path] @returns {[string, string][]} each word or sentence with its place */
function flat(words, path = "") {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return flat(made(words), path);
  return Object.entries(words ?? {}).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key));
}

test("there are words to look at", () => assert.ok(FILES.length >= 4, FILES.join()));

for (const file of FILES) {
  describe(relative(root, file), async () => {
    const { words } = await import(pathToFileURL(file).href);
    const [zh, en] = [flat(words("zh")), flat(words("en"))];

    test("both languages have the same words", () => {
      assert.deepEqual(en.map(([path]) => path).sort(), zh.map(([path]) => path).sort());
      assert.ok(zh.length > 3);
    });

    test("Chinese is spoken where Chinese is asked for, and English where not", () => {
      const foreign = en.filter(([, text]) => /[\u4e00-\u9fff，。：；（）]/.test(text));
      assert.deepEqual(foreign, []);
      const latin = zh.filter(([path, text]) => /[a-z]{4}/i.test(text) && !/F8/.test(text) && !/[\u4e00-\u9fff]/.test(text));
      assert.deepEqual(latin, []);
    });

    for (const [locale, words] of /** @type {const} */ ([["zh", zh], ["en", en]])) {
      test(`nobody is blamed or shouted at: ${locale}`, () => {
        const said = words.map(([path, text]) => [path, ALLOWED.reduce((rest, phrase) => rest.replace(phrase, ""), text)]);
        assert.deepEqual(said.filter(([, text]) => NEVER[locale].test(text)), []);
      });
    }

    // One says what the case is, the other what to do.
    test("a sentence that asks for something has two parts", () => {
      const asking = zh.filter(([path]) => /^(blocked\w+|.*[eE]rrors\..*)$/.test(path) && !/Title$/.test(path));
      assert.deepEqual(asking.filter(([, text]) => (text.match(/[，；。：]/g) ?? []).length < 2), []);
    });
  });
}
