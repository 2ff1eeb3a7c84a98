import { FunctionBuilder, signature } from "./function.ts";
import type { BodyBuilder, Callable, Params } from "./function.ts";
import { unsignedLeb128 } from "./leb128.ts";
import { typeCode } from "./types.ts";
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
  func<P extends Params>(
    name: string,
    params: P,
    build: (f: FunctionBuilder<P>) => void,
    result?: ValueType,
  ): FunctionBuilder<P> {
    const fn = this.internal(name, params, build, result);
    this.#exported.add(name);
    return fn;
  }

  /** Adds a function that only functions of this module call. */
  internal<P extends Params>(
    name: string,
    params: P,
    build: (f: FunctionBuilder<P>) => void,
    result?: ValueType,
  ): FunctionBuilder<P> {
    if (this.#functions.some((other) => other.name === name))
      throw new Error(`ModuleBuilder: function ${name} exists already`);
    const fn = new FunctionBuilder(name, params, result);
    build(fn);
    this.#functions.push(fn);
    return fn;
  }

  encode(): Uint8Array<ArrayBuffer> {
    const functions = this.#functions;
    const index = new Map<Callable, number>(functions.map((fn, position) => [fn, position]));
    const exports = functions.filter((fn) => this.#exported.has(fn.name));
    return Uint8Array.from([
      ...header,
      ...section(1, vector(functions.map(signature))),
      ...section(2, vector([[...text("env"), ...text("memory"), 0x02, ...this.#limits()]])),
      ...section(3, vector(functions.map((_, position) => unsignedLeb128(position)))),
      ...section(7, vector(exports.map((fn) => [...text(fn.name), 0x00, ...place(index, fn)]))),
      ...section(10, vector(functions.map((fn) => code(fn, index)))),
    ]);
  }

  #limits(): number[] {
    const none = unsignedLeb128(0);
    return this.#memory.shared ? [0x03, ...none, ...unsignedLeb128(maximumPages)] : [0x00, ...none];
  }
}

function code(fn: BodyBuilder, index: ReadonlyMap<Callable, number>): number[] {
  const body = [
    ...vector(runs(fn.locals).map(([count, type]) => [...unsignedLeb128(count), typeCode[type]])),
    ...fn.body.flatMap((item) => (typeof item === "number" ? [item] : place(index, item))),
    0x0b,
  ];
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

function place(index: ReadonlyMap<Callable, number>, fn: Callable): number[] {
  const position = index.get(fn);
  if (position === undefined)
    throw new Error(`ModuleBuilder: ${fn.name} is called but is not of this module`);
  return unsignedLeb128(position);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsignedLeb128(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsignedLeb128(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsignedLeb128(bytes.length), ...bytes];
}
