// Which report this is: two records of the same form must not take each other's draft.

import { list } from "../list.js";

/** @typedef {import("../types/inner").View} View */

/** What an address carries that is another at every visit, and must not be written down either. */
const PASSING = /^(_|_t|ts|time|timestamp|r|rnd|rand|random|nonce|v|ticket|code|state|sid|sign|signature|\w*token|\w*session\w*)$/i;
const CLOCK = /^1\d{9}(\d{3})?$/;
/** The record's own number, where a portal keeps it in the form. */
const RECORD = /(^|[._[-])(id|uuid|guid|pk)\]?$|[a-z](Id|Uuid)$/;
/** Made up anew at each load. */
const MADE_UP = /\d{3}|^(el|ember|ext|radix|rc|react|:r)[-_:]/;

/** The beginning of the names under which drafts of this report are kept. @param {View} view */
export function placeOf({ container, pack }) {
  const name = container.getAttribute("name") || container.id || "";
  const parts = [pack.id, address(container.ownerDocument.location), MADE_UP.test(name) ? "" : name, record(container)];
  return `${parts.map(encodeURIComponent).join(":")}:`;
}

/** @param {Location} location */
function address({ pathname, search, hash }) {
  const path = pathname.replace(/;jsessionid=[^/?]*/i, "");
  // Behind #/ or #! stands the route of a single page; behind a bare # a place on the page.
  const [route, question] = /^#!?\//.test(hash) ? hash.split("?") : ["", ""];
  return path + lasting(search.slice(1)) + route + lasting(question || "");
}

/** @param {string} query */
function lasting(query) {
  const kept = query.split("&").filter((pair) => {
    const [name, value] = pair.split("=");
    return name !== "" && !PASSING.test(name) && !CLOCK.test(value || "");
  });
  return kept.length > 0 ? `?${kept.sort().join("&")}` : "";
}

/** @param {Element} container */
function record(container) {
  const hidden = /** @type {HTMLInputElement[]} */ (list(container.querySelectorAll("input[type=hidden]")));
  return hidden.filter(({ name, id, value }) => value !== "" && value.length <= 64 && RECORD.test(name || id))
    .map(({ name, id, value }) => `${name || id}=${value}`).sort().join("&");
}
