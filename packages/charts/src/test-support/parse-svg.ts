import { parseHTML } from "linkedom";

/** A chart's text as elements that can be asked for. */
export function parseSvg(svg: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const root = document.querySelector("svg");
  if (!root) throw new Error("parseSvg: there is no svg");
  return root;
}

/** All elements of a selector. */
export function select(svg: string, selector: string): Element[] {
  return [...parseSvg(svg).querySelectorAll(selector)];
}

/** The texts of a chart in the order of drawing. */
export function texts(svg: string): string[] {
  return select(svg, "text").map((element) => element.textContent);
}

/** An attribute as a number. */
export function number(element: Element | undefined, name: string): number {
  return Number(element?.getAttribute(name) ?? NaN);
}

/** The points of a path of straight lines. */
export function points(path: Element | undefined): [number, number][] {
  const numbers = (path?.getAttribute("d") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  return numbers.flatMap((x, i) =>
    i % 2 === 0 ? [[x, numbers[i + 1] ?? NaN] as [number, number]] : [],
  );
}
