import type { Generator } from "@ml-roadmap/ndarray";

/** Makes one hostile request, as bytes on the wire. */
export type Make = (random: Generator) => Buffer;

/** Kinds of attack by what they are. */
export type Kinds = Readonly<Record<string, Make>>;

/** A request that closes its connection; what the headers say need not be true. */
export function http(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  method = "POST",
): Buffer {
  const all = {
    host: "localhost",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n`, "latin1"),
    Buffer.from(body),
  ]);
}

export const pick = <T>(random: Generator, values: readonly T[]): T =>
  values[random.integers(0, values.length)];

export const noise = (random: Generator, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.integers(0, 256)));
