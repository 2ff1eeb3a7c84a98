import { escape } from "./escape.ts";

/** The part of the DOM that is used here. */
export interface SvgElement {
  readonly nodeType: number;
  readonly tagName: string;
  textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<SvgElement>;
  querySelector(selector: string): SvgElement | null;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  appendChild(child: SvgElement): void;
  remove(): void;
}

const geometry = /^(d|x|y|x1|x2|y1|y2|cx|cy|r|dx|dy|width|height|transform|points)$/;

/**
 * An element as XML text: attributes in alphabetical order, coordinates rounded to hundredths. The
 * same drawing gives the same bytes, and the last bits of a float never show.
 */
export function serialize(node: SvgElement): string {
  if (node.nodeType !== 1) return escape(node.textContent);
  const attributes = [...node.attributes]
    .map(({ name, value }) => [name, geometry.test(name) ? round(value) : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join("");
  const children = [...node.childNodes].map(serialize).join("");
  return children === ""
    ? `<${node.tagName}${attributes}/>`
    : `<${node.tagName}${attributes}>${children}</${node.tagName}>`;
}

function round(value: string): string {
  return value.replace(/-?\d*\.\d{3,}(e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 100) / 100 + 0),
  );
}
