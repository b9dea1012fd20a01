// Forms may stand in frames: each has a window and a document of its own, and its elements are no instances of our classes.

import { fold, list } from "./list.js";

/** @param {any} thing @returns {thing is Element} */
export function isElement(thing) {
  return !!thing && thing.nodeType === 1;
}

/** @param {any} thing @returns {thing is HTMLFormElement} */
export function isForm(thing) {
  return isElement(thing) && thing.tagName === "FORM";
}

/** @param {Node} node @returns {Window & typeof globalThis} */
export function windowOf(node) {
  return /** @type {any} */ ((node.ownerDocument || /** @type {Document} */ (node)).defaultView || window);
}

/** Still on a page that is shown: a frame that went takes its document with it. @param {Element} element */
export function isHere(element) {
  return element.isConnected !== false && element.ownerDocument.documentElement.contains(element) && element.ownerDocument.defaultView !== null;
}

/** A document and those of its frames, as far as they are of the same origin. @param {Document} top @returns {Document[]} */
export function documentsIn(top) {
  const frames = list(top.querySelectorAll("iframe,frame"));
  return fold(frames, (all, frame) => {
    const inner = contentOf(/** @type {HTMLIFrameElement} */ (frame));
    return inner ? all.concat(documentsIn(inner)) : all;
  }, [top]);
}

/** @param {HTMLIFrameElement} frame */
function contentOf(frame) {
  try {
    const inner = frame.contentDocument;
    // What is still being read has neither all of its inputs nor its scripts.
    return inner && inner.body && inner.readyState !== "loading" ? inner : null;
  } catch {
    return null;
  }
}

/** An element, then the frame that its document is shown in, and so on outwards, as far as they are of the same origin. @param {Element} element @returns {Element[]} */
export function outwards(element) {
  const frame = frameOf(element);
  return frame ? [element].concat(outwards(frame)) : [element];
}

/** @param {Element} element @returns {Element | null} */
function frameOf(element) {
  try {
    return windowOf(element).frameElement;
  } catch {
    return null;
  }
}

/** Whether an event began within an element, through shadow roots where the browser has them. @param {Event} event @param {Element} element */
export function beganIn(event, element) {
  return event.composedPath ? event.composedPath().indexOf(element) >= 0 : element.contains(/** @type {Node} */ (event.target));
}
