// A block from a sheet, pasted into a field as a person's browser does it.

/** @param {string} path selectors joined by " >>> ", each but the last of a frame @returns {Element} */
export function find(path) {
  const steps = path.split(" >>> ");
  let page = document;
  for (const frame of steps.slice(0, -1)) page = /** @type {HTMLIFrameElement} */ (page.querySelector(frame)).contentDocument || page;
  return /** @type {Element} */ (page.querySelector(steps[steps.length - 1]));
}

/** @param {string} path @param {string} text @param {string} [html] @returns {boolean} whether the browser was left to paste */
export function paste(path, text, html) {
  const input = /** @type {HTMLInputElement} */ (find(path));
  const view = /** @type {typeof window} */ (input.ownerDocument.defaultView);
  const data = new view.DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  input.focus();
  return input.dispatchEvent(new view.ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}

/** What our dialog shows, wherever it stands; null where there is none. @param {string} path of a field */
export function preview(path) {
  const box = ours(path, ".tianbao-paste");
  if (!box) return null;
  const text = (/** @type {Element} */ row) => Array.from(row.children).map((cell) => (cell.textContent || "").trim()).join("|");
  return {
    title: (box.querySelector("h2") || box).textContent,
    rows: Array.from(box.querySelectorAll("tbody tr")).map(text),
    left: (box.querySelector(".tianbao-paste-left") || { textContent: "" }).textContent,
    ways: Array.from(box.querySelectorAll("option")).map((one) => one.textContent),
  };
}

/** @param {string} path @param {string} selector @returns {HTMLElement | null} */
export function ours(path, selector) {
  const root = find(path).ownerDocument.querySelector(".tianbao-root");
  return root && root.shadowRoot ? root.shadowRoot.querySelector(selector) : null;
}

/**
 * Labels and texts of all that is on the page now, pasted into the first field and filled in.
 * @param {Record<string, string>} paths by field
 * @param {Record<string, string>} figures
 * @returns {string[]} the fields that our dialog was ready to fill in
 */
export function pasteAll(paths, figures) {
  const seen = Object.keys(figures).filter((field) => {
    const input = /** @type {HTMLInputElement | null} */ (find(paths[field]));
    return input && input.type !== "radio" && !input.readOnly;
  });
  const first = paths[seen.filter((field) => find(paths[field]).getClientRects().length > 0)[0]];
  const tag = [window, ...Array.from(window.frames)].map((view) => /** @type {any} */ (view).Tianbao).filter((one) => one && one.attached.length > 0)[0];
  const { fields } = tag.attached.filter((/** @type {any} */ { bindings }) => bindings.some((/** @type {any} */ one) => one.element === find(first)))[0].pack;
  const label = (/** @type {string} */ field) => fields.filter((/** @type {any} */ { id }) => id === field)[0].label;
  paste(first, seen.map((field) => `${label(field)}\t${figures[field]}\r\n`).join(""));
  const { rows } = /** @type {{ rows: string[] }} */ (preview(first));
  /** @type {HTMLElement} */ (ours(first, ".tianbao-paste-go")).click();
  return seen.filter((field) => rows.some((row) => row.startsWith(`${label(field)}|`) && row.endsWith(`|${figures[field]}`)));
}
