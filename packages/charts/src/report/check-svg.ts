import { parseHTML } from "linkedom";

const drawing = "svg g path rect circle ellipse line polyline polygon text tspan image";
const allowed = new Set(drawing.split(" "));

/** Gives an SVG back if it only draws: throws a TypeError for scripts, event handlers, styles, links and anything loaded from elsewhere. */
export function checkSvg(svg: string): string {
  // A comment that stays open would swallow the rest of the page.
  if (svg.includes("<!")) {
    throw new TypeError("report: a figure's svg may hold no comment and no declaration");
  }
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const body = document.body;
  const [root, ...rest] = body.querySelectorAll("*");
  if (root?.tagName.toLowerCase() !== "svg") {
    throw new TypeError(
      `report: expected a figure's svg to begin with <svg, found ${JSON.stringify(svg.slice(0, 40))}`,
    );
  }
  for (const element of [root, ...rest]) {
    if (!allowed.has(element.tagName.toLowerCase())) {
      throw new TypeError(`report: a figure's svg may hold ${drawing}, found ${element.tagName}`);
    }
    for (const { name, value } of element.attributes) {
      if (!isHarmless(name, value)) {
        throw new TypeError(
          `report: a figure's svg may only draw, found ${name}=${JSON.stringify(value)}`,
        );
      }
    }
  }
  return svg;
}

function isHarmless(name: string, value: string): boolean {
  if (/^on/i.test(name) || /^style$/i.test(name)) return false;
  if (/href$/i.test(name)) return value.startsWith("data:image/png;base64,");
  return name.startsWith("aria-") || !/url\(/i.test(value);
}
