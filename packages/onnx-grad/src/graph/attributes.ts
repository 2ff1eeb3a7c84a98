import { elementTypeCode, isElementType } from "../onnx/element-type.ts";
import type { Attribute } from "../onnx/model.ts";
import type { AttributeKind } from "./ops.ts";

/** The attributes as the model stores them; `build` ones are left out. */
export function encodeAttributes(
  kinds: Readonly<Record<string, AttributeKind>>,
  values: object,
): Record<string, Attribute> {
  const encoded: Record<string, Attribute> = {};
  for (const [name, value] of Object.entries(values)) {
    const attribute = encode(kinds[name], value);
    if (attribute !== undefined) encoded[name] = attribute;
  }
  return encoded;
}

function encode(kind: AttributeKind, value: unknown): Attribute | undefined {
  if (kind === "build") return undefined;
  if (kind === "int" && typeof value === "number") return { kind, value };
  if (kind === "float" && typeof value === "number") return { kind, value };
  if (kind === "string" && typeof value === "string") return { kind, value };
  if (kind === "flag" && typeof value === "boolean") return { kind: "int", value: value ? 1 : 0 };
  if (kind === "ints" && isNumbers(value)) return { kind, value };
  if (kind === "type" && typeof value === "string" && isElementType(value)) {
    return { kind: "int", value: elementTypeCode(value) };
  }
  throw new TypeError(`attribute of kind ${kind}: found ${String(value)}`);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}
