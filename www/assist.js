// The assistant for binding, which comes as a part of its own: Tianbao.bind(), or ?tianbao=bind where the tag allows it.

import { attached } from "./attached.js";
import { pageLocale } from "./locale.js";
import { assistantPart } from "./parts.js";

/** @param {Element | null} tag @returns {Promise<() => void>} closes it */
export function assist(tag) {
  const forms = attached.slice().sort((a, b) => b.bindings.length - a.bindings.length);
  return assistantPart().then((part) => part.assist(forms, tag, pageLocale()));
}

/** Whether the address asks for it. @param {Element} tag */
export function isAsked(tag) {
  return tag.hasAttribute("data-assistant") && /[?&]tianbao=bind(&|$)/.test(location.search);
}
