// Which drafts belong to a form that is open in another tab: these are asked, and answer, by way of the storage itself, which
// even browsers and addresses without channels or locks have.

import { listen } from "../events.js";
import { safely } from "../warn.js";

const ASK = "tianbao:who";
const ANSWER = "tianbao:here";
/** What a tab takes to answer, and a browser or a portal to put back what stood in the form, in ms. */
const PATIENCE = 700;

/** The forms that are open on this very page: a page does not hear of its own storage. @type {Set<string>} */
const here = new Set();

/** @param {Window} view @param {Storage} storage @param {string} first */
export function makeNeighbours(view, storage, first) {
  /** @type {Set<string>} */
  const heard = new Set();
  let me = first;
  let waiting = 0;
  const say = (/** @type {string} */ name, /** @type {string} */ text) => {
    storage.setItem(name, text);
    storage.removeItem(name);
  };
  const hear = safely("answering another tab", (/** @type {StorageEvent} */ { key, newValue }) => {
    if (key === ASK && newValue) say(ANSWER, me);
    if (key === ANSWER && newValue) heard.add(newValue);
  });
  const deaf = listen(view, { storage: hear }, false);
  here.add(me);
  return {
    /** @param {(isOpen: (id: string) => boolean) => void} then */
    ask(then) {
      heard.clear();
      safely("asking other tabs", () => say(ASK, me))();
      clearTimeout(waiting);
      waiting = setTimeout(safely("looking for a draft", () => then((id) => heard.has(id) || here.has(id))), PATIENCE);
    },
    /** @param {string} id */
    rename(id) {
      here.delete(me);
      here.add(me = id);
    },
    remove() {
      clearTimeout(waiting);
      here.delete(me);
      deaf();
    },
  };
}
