import { parseHTML } from "linkedom";

/** The document that every drawing's elements are made in; nothing is ever attached to it. */
export const { document } = parseHTML("<!doctype html><html></html>");

/** An SVG element with its attributes, those undefined left out, and its children or its text. */
export function makeSvg(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly SVGElement[] | string = [],
): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, String(value));
  }
  if (typeof content === "string") element.textContent = content;
  else for (const child of content) element.appendChild(child);
  return element;
}

/** What every chart's root element carries: drawn in `width` x `height` units, read out as `label`. */
export function rootAttributes(
  label: string,
  width: number,
  height: number,
): Record<string, string | number> {
  return {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    class: "chart",
    role: "img",
    "aria-label": label,
    "font-family": "system-ui, sans-serif",
    "font-size": 13,
    "text-anchor": "middle",
    fill: "var(--chart-text, currentColor)",
  };
}
