import { f32, f32x4, f64, f64x2, i32, v128 } from "../asm/index.ts";
import type { BodyBuilder, Expr, FloatType, Local, V } from "../asm/index.ts";

/** Numbers that are read in order: the pointer moves on with every element. */
export interface Reader {
  readonly pointer: Local<"i32">;
  /** Bytes from one number to the next; without it they are contiguous. */
  readonly step?: Local<"i32">;
}

/** The number under the pointer as a double. */
export function loadDouble(type: FloatType, address: Expr<"i32">): Expr<"f64"> {
  return type === "f64" ? f64.load(address) : f64.promoteF32(f32.load(address));
}

/** The next `2 count` numbers as `count` vectors of two doubles. */
export function nextPairs(
  f: BodyBuilder,
  type: FloatType,
  { pointer, step }: Reader,
  count: number,
): V[] {
  const bytes = type === "f32" ? 4 : 8;
  const pairs: Local<"v128">[] = [];
  for (let pair = 0; pair < count; pair++) {
    const vector = f.local("v128");
    pairs.push(vector);
    if (step) {
      const lanes = type === "f32" ? f32x4 : f64x2;
      f.set(vector, lanes.loadFirst(pointer));
      f.increment(pointer, step);
      f.set(vector, lanes.loadLane(pointer, vector, 1));
      f.increment(pointer, step);
      if (type === "f32") f.set(vector, f64x2.promoteLow(vector));
    } else {
      const offset = 2 * pair * bytes;
      f.set(
        vector,
        type === "f32" ? f64x2.promoteLow(f64x2.loadFirst(pointer, offset)) : v128.load(pointer, offset), // prettier-ignore
      );
    }
  }
  if (!step) f.increment(pointer, 2 * count * bytes);
  return pairs;
}

/** Repeats the body while at least `count` elements are left, which it must consume. */
export function whileLeft(
  f: BodyBuilder,
  left: Local<"i32">,
  count: number,
  body: () => void,
): void {
  f.while(
    () => i32.geS(left, i32.const(count)),
    () => {
      body();
      f.increment(left, -count);
    },
  );
}
