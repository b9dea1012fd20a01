// The keys of a keyboard as the DevTools protocol wants them, and as WebDriver does.

/** @typedef {{ shift?: boolean, ctrl?: boolean }} Held */

/** @type {Record<string, { code: number, text?: string, driver: string }>} */
const KEYS = {
  Backspace: { code: 8, driver: "\uE003" },
  Tab: { code: 9, driver: "\uE004" },
  Enter: { code: 13, text: "\r", driver: "\uE007" },
  Escape: { code: 27, driver: "\uE00C" },
  Space: { code: 32, text: " ", driver: " " },
  End: { code: 35, driver: "\uE010" },
  Home: { code: 36, driver: "\uE011" },
  ArrowLeft: { code: 37, driver: "\uE012" },
  ArrowUp: { code: 38, driver: "\uE013" },
  ArrowRight: { code: 39, driver: "\uE014" },
  ArrowDown: { code: 40, driver: "\uE015" },
  Delete: { code: 46, driver: "\uE017" },
  F2: { code: 113, driver: "\uE032" },
  F8: { code: 119, driver: "\uE038" },
};

/** @param {string} name */
function known(name) {
  const key = KEYS[name];
  if (!key) throw new Error(`tests/harness/keys.mjs does not know the key ${name}`);
  return key;
}

/** @param {string} name */
export function keyOf(name) {
  if (name.length === 1) return { key: name, ...place(name) };
  const { code, text } = known(name);
  return { key: name === "Space" ? " " : name, code: name, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code, text };
}

/** The letter that stands for a key in WebDriver's actions. @param {string} name */
export const driverKey = (name) => (name.length === 1 ? name : known(name).driver);

/** Pages ask keydown for the key's number; what is on no key of the keyboard has none. @param {string} letter */
export function place(letter) {
  const upper = letter.toUpperCase();
  const code = /\d/.test(letter) ? `Digit${letter}` : /[a-z]/i.test(letter) ? `Key${upper}` : { ".": "Period", "-": "Minus", ",": "Comma" }[letter];
  if (!code) return {};
  const number = { ".": 190, "-": 189, ",": 188 }[letter] ?? upper.charCodeAt(0);
  return { code, windowsVirtualKeyCode: number, nativeVirtualKeyCode: number };
}
