// The keys that type no letter, as the DevTools protocol wants them.

/** @type {Record<string, { code: number, text?: string }>} */
const KEYS = {
  Backspace: { code: 8 },
  Tab: { code: 9 },
  Enter: { code: 13, text: "\r" },
  Escape: { code: 27 },
  Space: { code: 32, text: " " },
  End: { code: 35 },
  Home: { code: 36 },
  ArrowLeft: { code: 37 },
  ArrowUp: { code: 38 },
  ArrowRight: { code: 39 },
  ArrowDown: { code: 40 },
  Delete: { code: 46 },
  F8: { code: 119 },
};

/** @param {string} name */
export function keyOf(name) {
  const key = KEYS[name];
  if (!key) throw new Error(`tests/harness/keys.mjs does not know the key ${name}`);
  return { key: name === "Space" ? " " : name, code: name, windowsVirtualKeyCode: key.code, nativeVirtualKeyCode: key.code, text: key.text };
}
