import { FunctionBuilder, signature } from "./function.ts";
import type { BodyBuilder, Params, ResultType } from "./function.ts";
import { unsignedLeb128 } from "./leb128.ts";
import { append, typeCode } from "./types.ts";
import type { ValueType } from "./types.ts";

/** The largest page number a 32-bit memory can have: 65,536 pages of 64 KiB are 4 GiB. */
export const maximumPages = 65_536;

/** `\0asm`, version 1. */
const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export interface MemoryImport {
  /** A shared memory must be declared shared by the module that imports it. */
  readonly shared: boolean;
}

/** Collects functions and encodes them as a wasm module that imports its memory as `env.memory`. */
export class ModuleBuilder {
  readonly #memory: MemoryImport;
  readonly #functions: BodyBuilder[] = [];
  readonly #exported = new Set<string>();

  constructor(memory: MemoryImport) {
    this.#memory = memory;
  }

  /** Adds a function and exports it under its name. */
  func<P extends Params, R extends ResultType>(
    name: string,
    params: P,
    result: R,
    build: (f: FunctionBuilder<P, R>) => void,
  ): FunctionBuilder<P, R> {
    const fn = this.internal(name, params, result, build);
    this.#exported.add(name);
    return fn;
  }

  /** Adds a function that only functions of this module call; it may call itself. */
  internal<P extends Params, R extends ResultType>(
    name: string,
    params: P,
    result: R,
    build: (f: FunctionBuilder<P, R>) => void,
  ): FunctionBuilder<P, R> {
    if (this.#functions.some((other) => other.name === name))
      throw new Error(`ModuleBuilder: function ${name} exists already`);
    const fn = new FunctionBuilder(name, this.#functions.length, params, result);
    this.#functions.push(fn);
    build(fn);
    return fn;
  }

  encode(): Uint8Array<ArrayBuffer> {
    const functions = this.#functions;
    const exports = functions.filter((fn) => this.#exported.has(fn.name));
    return Uint8Array.from([
      ...header,
      ...section(1, vector(functions.map(signature))),
      ...section(2, vector([[...text("env"), ...text("memory"), 0x02, ...this.#limits()]])),
      ...section(3, vector(functions.map((_, position) => unsignedLeb128(position)))),
      ...section(
        7,
        vector(exports.map((fn) => [...text(fn.name), 0, ...unsignedLeb128(fn.index)])),
      ),
      ...section(10, vector(functions.map(code))),
    ]);
  }

  #limits(): number[] {
    const none = unsignedLeb128(0);
    return this.#memory.shared ? [0x03, ...none, ...unsignedLeb128(maximumPages)] : [0x00, ...none];
  }
}

function code(fn: BodyBuilder): number[] {
  const locals = runs(fn.locals).map(([count, type]) => [...unsignedLeb128(count), typeCode[type]]);
  const body = [...vector(locals), ...fn.body, 0x0b];
  return [...unsignedLeb128(body.length), ...body];
}

/** Neighbouring locals of one type are declared together. */
function runs(types: readonly ValueType[]): [number, ValueType][] {
  const groups: [number, ValueType][] = [];
  for (const type of types) {
    const last = groups.at(-1);
    if (last?.[1] === type) last[0]++;
    else groups.push([1, type]);
  }
  return groups;
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsignedLeb128(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  const bytes = unsignedLeb128(items.length);
  for (const item of items) append(bytes, item);
  return bytes;
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsignedLeb128(bytes.length), ...bytes];
}
