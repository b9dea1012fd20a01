// Moves a list of ours and not the page.

const GAP = 8;

/** What was just opened is seen whole, as far as it fits. @param {HTMLElement} element */
export function intoView(element) {
  const list = element.closest(".tianbao-scroll,.tianbao-page");
  if (!list) return;
  const [outer, inner] = [list.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top - GAP;
  else if (inner.bottom > outer.bottom) list.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top) + GAP;
}
