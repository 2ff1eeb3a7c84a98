import { escapeMarkup } from "./escape-markup.ts";

const geometry = /^(d|x|y|x1|x2|y1|y2|cx|cy|r|dx|dy|width|height|transform|points)$/;

/**
 * An element, which holds elements or text, as XML: attributes in alphabetical order, coordinates rounded to hundredths. The
 * same drawing gives the same bytes, and the last bits of a float never show.
 */
export function serialize(element: Element): string {
  const attributes = [...element.attributes]
    .map(({ name, value }) => [name, geometry.test(name) ? round(value) : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join("");
  const content =
    element.children.length > 0
      ? [...element.children].map(serialize).join("")
      : escapeMarkup(element.textContent ?? "");
  const tag = element.localName;
  return content === "" ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

function round(value: string): string {
  return value.replace(/-?\d*\.\d{3,}(e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 100) / 100 + 0),
  );
}
