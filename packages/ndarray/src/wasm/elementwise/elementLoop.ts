import { i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Expr, FloatType, Local, V } from "../asm/index.ts";

/** Numbers that lie `step` bytes apart; without a step they are contiguous. */
export interface Stream {
  readonly pointer: Local<"i32">;
  readonly step?: Local<"i32">;
}

interface Loop {
  readonly n: Local<"i32">;
  readonly inputs: readonly Stream[];
  readonly outputs: readonly Stream[];
  /** Whether the body is long: strided numbers are gathered into vectors, and nothing is unrolled. */
  readonly long?: boolean;
  /** Whether V8 is to make one operation of two neighbouring vectors' (see experimental.ts). */
  readonly paired: boolean;
}

/** Computes the outputs' vectors from the inputs'; called once for every copy of the loop's body. */
export type ElementBody = (inputs: readonly V[]) => readonly V[];

/**
 * `outputs[i] = body(inputs[i])` for `n` elements.
 *
 * Contiguous numbers go two vectors at a time, then one. What remains, and strided numbers, go
 * through the same body one by one with the number in every lane, so that an element's result does
 * not depend on its place. The pointers are moved and `n` is counted down.
 */
export function elementLoop(f: BodyBuilder, type: FloatType, loop: Loop, body: ElementBody): void {
  const { n, inputs, outputs } = loop;
  const lanes = lanesOf(type);
  const streams = [...inputs, ...outputs];
  const steps = new Set(streams.flatMap(({ step }) => step ?? []));
  const isDense = [...steps]
    .map((step): Expr<"i32"> => i32.eq(step, i32.const(lanes.bytes)))
    .reduce((all, one) => i32.and(all, one), i32.const(1));

  const vectors = (count: number): void =>
    f.while(
      () => i32.geS(n, i32.const(count * lanes.count)),
      () => {
        const places = Array.from({ length: count }, (_, u) => u * 16);
        if (loop.paired) computePaired(f, loop, places, body);
        else for (const at of places) compute(f, loop, at, body);
        for (const { pointer } of streams) f.increment(pointer, count * 16);
        f.increment(n, -count * lanes.count);
      },
    );
  const dense = (): void => {
    if (loop.paired || !loop.long) vectors(2);
    vectors(1);
  };
  if (steps.size === 0) dense();
  else if (loop.long) f.if(isDense, dense, () => gathered(f, type, loop, body));
  else f.if(isDense, dense);
  single(f, type, loop, body);
}

/** One vector of every stream, `at` bytes from the pointers. */
function compute(f: BodyBuilder, { inputs, outputs }: Loop, at: number, body: ElementBody): void {
  const results = body(inputs.map(({ pointer }) => v128.load(pointer, at)));
  results.forEach((result, i) => f.emit(v128.store(outputs[i].pointer, result, at)));
}

/** Several vectors: all loads, then all stores, because V8 pairs only where nothing lies between. */
function computePaired(
  f: BodyBuilder,
  { inputs, outputs }: Loop,
  places: readonly number[],
  body: ElementBody,
): void {
  const loaded = places.map((at) => inputs.map(({ pointer }) => f.let(v128.load(pointer, at))));
  const results = loaded.map((vectors) => body(vectors).map((result) => f.let(result)));
  outputs.forEach(({ pointer }, i) =>
    places.forEach((at, u) => f.emit(v128.store(pointer, results[u][i], at))),
  );
}

/** Strided numbers, a vector at a time. */
function gathered(f: BodyBuilder, type: FloatType, loop: Loop, body: ElementBody): void {
  const { n, inputs, outputs } = loop;
  const lanes = lanesOf(type);
  f.while(
    () => i32.geS(n, i32.const(lanes.count)),
    () => {
      const vectors = inputs.map((stream) => {
        const vector = f.let(lanes.loadFirst(stream.pointer));
        advance(f, type, stream);
        for (let lane = 1; lane < lanes.count; lane++) {
          f.set(vector, lanes.loadLane(stream.pointer, vector, lane));
          advance(f, type, stream);
        }
        return vector;
      });
      body(vectors).forEach((expression, i) => {
        const result = f.let(expression);
        for (let lane = 0; lane < lanes.count; lane++) {
          f.emit(lanes.storeLane(outputs[i].pointer, result, lane));
          advance(f, type, outputs[i]);
        }
      });
      f.increment(n, -lanes.count);
    },
  );
}

/** One number at a time. */
function single(f: BodyBuilder, type: FloatType, loop: Loop, body: ElementBody): void {
  const { n, inputs, outputs } = loop;
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  f.while(
    () => i32.gtS(n, i32.const(0)),
    () => {
      const results = body(inputs.map(({ pointer }) => lanes.loadSplat(pointer)));
      results.forEach((result, i) =>
        f.emit(scalar.store(outputs[i].pointer, lanes.extract(result, 0))),
      );
      for (const stream of [...inputs, ...outputs]) advance(f, type, stream);
      f.increment(n, -1);
    },
  );
}

function advance(f: BodyBuilder, type: FloatType, { pointer, step }: Stream): void {
  f.increment(pointer, step ?? lanesOf(type).bytes);
}
