// Small drawings, made with DOM calls.

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} name @param {Record<string, string>} attributes @param {...Element} children */
export function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
  children.forEach((child) => element.appendChild(child));
  return element;
}

/** Drawn, because not every font has one. */
export function tick() {
  const stroke = { d: "M2.5 8.5l3.5 3.5 7.5-8", fill: "none", stroke: "currentColor", "stroke-width": "2", "stroke-linecap": "round", "stroke-linejoin": "round" };
  return svg("svg", { viewBox: "0 0 16 16", width: "14", height: "14", "aria-hidden": "true", focusable: "false" }, svg("path", stroke));
}
