import { parseHTML } from "linkedom";
import type { SvgElement } from "../serialize.ts";

const allowed = new Set([
  "svg",
  "g",
  "path",
  "rect",
  "circle",
  "line",
  "text",
  "tspan",
  "image",
  "title",
  "desc",
  "polygon",
  "polyline",
  "ellipse",
]);

/** Gives an SVG back if it only draws: throws a TypeError for scripts, event handlers, links and anything loaded from elsewhere. */
export function checkSvg(svg: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const body: SvgElement = document.body;
  const elements = [...body.querySelectorAll("*")];
  if (elements[0]?.tagName.toLowerCase() !== "svg")
    throw new TypeError("report: expected a figure's svg to begin with <svg");
  for (const element of elements) {
    if (!allowed.has(element.tagName.toLowerCase()))
      throw new TypeError(`report: a figure's svg may not hold <${element.tagName}>`);
    for (const { name, value } of element.attributes) {
      if (
        /^on/i.test(name) ||
        (/href$/i.test(name) && !value.startsWith("data:image/png;base64,")) ||
        /url\(/i.test(value)
      ) {
        throw new TypeError(`report: a figure's svg may not hold ${name}="${value}"`);
      }
    }
  }
  return svg;
}
