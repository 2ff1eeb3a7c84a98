import { isDeepStrictEqual } from "node:util";

/** A server's answer. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  /** The body, or the part of it before binary tensors, as JSON; undefined when it is none. */
  json: unknown;
}

const show = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 200);

/** Throws with what was expected and found unless both are equal, member by member. */
export function equal(found: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(found, expected)) {
    throw new Error(`${what}: expected ${show(expected)}, found ${show(found)}`);
  }
}

/** Throws unless a condition holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** A member of a JSON object; undefined when there is none. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Reflect.get(value, name);
}

/** An error of the protocol: a status of 4xx and `{"error": "..."}`. */
export function isError({ status, json }: Answer, expected?: number): void {
  if (expected === undefined)
    holds(status >= 400 && status < 500, `expected a 4xx, found ${status}`);
  else equal(status, expected, "status");
  const text = member(json, "error");
  holds(typeof text === "string" && text !== "", 'expected {"error": "..."} in the body');
}
