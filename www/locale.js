// Apart from our words in text.js: a program that fills forms by itself needs the one and not the other.

/** The language of our words where nobody chose one: the page's. @returns {"zh" | "en"} */
export function pageLocale() {
  // In Node and in workers there is no page.
  const lang = typeof document === "undefined" ? "" : document.documentElement.getAttribute("lang") || "";
  return lang.toLowerCase().indexOf("en") === 0 ? "en" : "zh";
}
