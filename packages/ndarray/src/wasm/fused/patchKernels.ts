// One image of height x width pixels, `pixel` bytes each (the channels lie side by side). A patch
// is kernelHeight x kernelWidth pixels; there are outHeight x outWidth patches, one after another.
import { i32, lanesOf, memoryFill, ModuleBuilder, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Expr, FloatType, FunctionBuilder, Local } from "../asm/index.ts";
import { whileLeft } from "../reduce/doubles.ts";
import type { ModuleSource } from "../runtime.ts";

const params = {
  image: "i32", height: "i32", width: "i32", pixel: "i32",
  patches: "i32", kernelHeight: "i32", kernelWidth: "i32", stride: "i32", padding: "i32",
  outHeight: "i32", outWidth: "i32",
} as const; // prettier-ignore

type Pointer = Local<"i32">;

/** What is done with a run of neighbouring pixels of a patch; both move `patches` past it. */
interface Visitor {
  inside(f: BodyBuilder, image: Pointer, patches: Pointer, bytes: Pointer): void;
  padding(f: BodyBuilder, patches: Pointer, bytes: Pointer): void;
}

/** `im2col` copies an image's patches out of it, zeros for padding; `col2im` adds them back. */
export const patchModule: ModuleSource = {
  name: "patches",
  build({ type, shared }) {
    const module = new ModuleBuilder({ shared });
    module.func("im2col", params, "void", (f) =>
      walkPatches(f, {
        inside: (body, image, patches, bytes) =>
          eachNumber(body, type, bytes, [image, patches], {
            vector: () => v128.store(patches, v128.load(image)),
            single: () => scalarOps(type).store(patches, scalarOps(type).load(image)),
          }),
        padding: (body, patches, bytes) => {
          body.emit(memoryFill(patches, i32.const(0), bytes));
          body.increment(patches, bytes);
        },
      }),
    );
    module.func("col2im", params, "void", (f) =>
      walkPatches(f, {
        inside: (body, image, patches, bytes) =>
          eachNumber(body, type, bytes, [image, patches], {
            vector: () =>
              v128.store(image, lanesOf(type).add(v128.load(image), v128.load(patches))),
            single: () => {
              const scalar = scalarOps(type);
              const sum = scalar.add(scalar.load(image), scalar.load(patches));
              return scalar.store(image, sum);
            },
          }),
        padding: (body, patches, bytes) => body.increment(patches, bytes),
      }),
    );
    return module.encode();
  },
};

/** Every patch, row by row; each row is padding, then pixels of the image, then padding. */
function walkPatches(f: FunctionBuilder<typeof params, "void">, visitor: Visitor): void {
  const { image, height, width, pixel, patches, kernelHeight, kernelWidth } = f.args;
  const { stride, padding, outHeight, outWidth } = f.args;
  const zero = i32.const(0);
  const [rows, columns, lines] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [y, x, iy] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [before, after] = [f.local("i32"), f.local("i32")];
  const [bytes, from] = [f.local("i32"), f.local("i32")];
  const positive = (value: Expr<"i32">): Pointer => {
    const kept = f.let(value);
    f.set(kept, i32.select(kept, zero, i32.gtS(kept, zero)));
    return kept;
  };
  const atMost = (value: Pointer, limit: Pointer): Expr<"i32"> =>
    i32.select(value, limit, i32.ltS(value, limit));
  f.set(y, i32.sub(zero, padding));
  f.set(rows, outHeight);
  whileLeft(f, rows, 1, () => {
    f.set(x, i32.sub(zero, padding));
    f.set(columns, outWidth);
    whileLeft(f, columns, 1, () => {
      f.set(iy, y);
      f.set(lines, kernelHeight);
      whileLeft(f, lines, 1, () => {
        f.set(before, atMost(positive(i32.sub(zero, x)), kernelWidth));
        f.set(after, atMost(positive(i32.sub(i32.add(x, kernelWidth), width)), kernelWidth));
        // A line above or below the image is padding from end to end.
        f.if(i32.geU(iy, height), () => {
          f.set(before, kernelWidth);
          f.set(after, zero);
        });
        f.set(bytes, i32.mul(before, pixel));
        visitor.padding(f, patches, bytes);
        f.set(bytes, i32.mul(i32.sub(i32.sub(kernelWidth, before), after), pixel));
        const place = i32.add(i32.mul(iy, width), i32.add(x, before));
        f.set(from, i32.add(image, i32.mul(place, pixel)));
        visitor.inside(f, from, patches, bytes);
        f.set(bytes, i32.mul(after, pixel));
        visitor.padding(f, patches, bytes);
        f.increment(iy, 1);
      });
      f.increment(x, stride);
    });
    f.increment(y, stride);
  });
}

/** A run of `bytes`, a vector at a time, then one number; `bytes` is counted down. */
function eachNumber(
  f: BodyBuilder,
  type: FloatType,
  bytes: Pointer,
  pointers: readonly Pointer[],
  step: Record<"vector" | "single", () => Parameters<BodyBuilder["emit"]>[0]>,
): void {
  for (const [size, make] of [
    [16, step.vector],
    [lanesOf(type).bytes, step.single],
  ] as const)
    whileLeft(f, bytes, size, () => {
      f.emit(make());
      for (const pointer of pointers) f.increment(pointer, size);
    });
}
