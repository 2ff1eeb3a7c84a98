import { badRequest } from "../problem.ts";
import { datatypes, isBig, type Datatype, type TensorData } from "./datatype.ts";
import { elementCount } from "./tensor.ts";

const show = (value: unknown) => {
  // Writing it out again would overflow the stack where a client nests it some thousand deep.
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "a list" : "an object";
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
};

/** One element of a tensor from JSON as its typed array holds it; throws a 400 for any other. */
function element(value: unknown, datatype: Datatype, where: string): number {
  if (datatype === "BOOL" && typeof value === "boolean") return value ? 1 : 0;
  const { range, whole } = datatypes[datatype];
  if (
    typeof value !== "number" ||
    !(value >= range[0] && value <= range[1]) ||
    (whole && !Number.isInteger(value))
  ) {
    throw badRequest(`${where}: expected ${datatype} elements, found ${show(value)}`);
  }
  return value;
}

/**
 * The elements of a JSON tensor, whose `data` is either flat (`[1, 2, 3, 4]`) or nested as its shape
 * (`[[1, 2], [3, 4]]` for a shape of (2, 2)), in C order.
 *
 * @param shape checked before: whole numbers, none negative
 * @param where opens the message: `infer: input "x"`
 * @throws Problem 400 when the number of elements, the nesting or an element does not fit
 */
export function flattenData(
  data: readonly unknown[],
  shape: readonly number[],
  datatype: Datatype,
  where: string,
): TensorData {
  const count = elementCount(shape);
  const shapeText = `(${shape.join(", ")})`;
  //#region solution 3.1 the elements of nested or flat data
  const flat: unknown[] = [];
  const collect = (part: unknown, axis: number) => {
    if (axis === shape.length) return void flat.push(part);
    if (!Array.isArray(part) || part.length !== shape[axis]) {
      const found = Array.isArray(part) ? `${part.length} elements` : show(part);
      throw badRequest(`${where}: data of shape ${shapeText} has ${found} on axis ${axis}`);
    }
    for (const inner of part) collect(inner, axis + 1);
  };
  const nested = shape.length > 1 && Array.isArray(data[0]);
  if (nested) collect(data, 0);
  const elements = nested ? flat : data;
  if (elements.length !== count) {
    throw badRequest(
      `${where}: a shape of ${shapeText} needs ${count} elements, found ${elements.length}`,
    );
  }
  return fill(elements, datatype, where);
  //#endregion
}

/** Checks and copies elements into the array that their data type calls for. */
function fill(elements: readonly unknown[], datatype: Datatype, where: string): TensorData {
  if (datatype === "BYTES") {
    const odd = elements.find((value) => typeof value !== "string");
    if (odd !== undefined) throw badRequest(`${where}: expected strings, found ${show(odd)}`);
    return elements.map(String);
  }
  const into = datatypes[datatype].make(elements.length);
  if (isBig(into)) {
    for (let i = 0; i < elements.length; i++) {
      into[i] = BigInt(element(elements[i], datatype, where));
    }
    return into;
  }
  for (let i = 0; i < elements.length; i++) into[i] = element(elements[i], datatype, where);
  return into;
}
