// A window of ours over the page, with a document of its own: what is printed is the sheet alone, whatever the portal's sheets for
// print say. It has no address, and nothing is loaded.

/** @param {Element} home @param {string} name @param {(page: Document) => void} draw @returns {{ frame: HTMLIFrameElement, close: () => void }} */
export function openWindow(home, name, draw) {
  const page = home.ownerDocument;
  const before = inUse(page);
  const frame = page.createElement("iframe");
  let drawn = false;
  frame.title = name;
  frame.className = "tianbao-sheet-window";
  place(frame);
  // Some browsers have the document at once, others throw the first one away.
  frame.onload = () => {
    if (drawn || !frame.contentDocument) return;
    drawn = true;
    draw(frame.contentDocument);
  };
  home.appendChild(frame);
  return {
    frame,
    close() {
      frame.remove();
      if (before) before.focus();
    },
  };
}

/** The button in our own root that opens the window, most often. @param {Document} page */
function inUse({ activeElement }) {
  const inner = activeElement && activeElement.shadowRoot && activeElement.shadowRoot.activeElement;
  return /** @type {HTMLElement | null} */ (inner || activeElement);
}

/** @param {HTMLElement} frame */
function place(frame) {
  const style = { all: "initial", position: "fixed", left: "0", top: "0", width: "100%", height: "100%", border: "0", "z-index": "2147483600", background: "#e9edf1" };
  Object.keys(style).forEach((name) => frame.style.setProperty(name, /** @type {any} */ (style)[name], "important"));
}

/** The way round with Tab stays inside, as in any window over a page. @param {Document} page @param {() => HTMLElement[]} stops @param {() => void} close */
export function keepKeys(page, stops, close) {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Tab") return;
    const all = stops();
    const [from, to] = event.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
    if (page.activeElement !== from && all.indexOf(/** @type {any} */ (page.activeElement)) >= 0) return;
    event.preventDefault();
    to.focus();
  });
}
