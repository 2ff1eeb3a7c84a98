import { i16x8, i32, i8x16, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { Expr, FloatType, FunctionBuilder, ModuleBuilder, V } from "../asm/index.ts";

/** Each comparison's instruction, and that of the same comparison with its operands exchanged. */
const instructions = {
  equal: ["eq", "eq"],
  notEqual: ["ne", "ne"],
  less: ["lt", "gt"],
  lessEqual: ["le", "ge"],
  greater: ["gt", "lt"],
  greaterEqual: ["ge", "le"],
} as const;

type Instruction = (typeof instructions)[keyof typeof instructions][number];

export const comparisonNames = Object.keys(instructions);

/** As `addBinary`, with 1 or 0 in the bytes of `out`. */
export function addComparisons(module: ModuleBuilder, type: FloatType): void {
  const array = { n: "i32", a: "i32", aStep: "i32" } as const;
  const target = { out: "i32", outStep: "i32" } as const;
  const arrays = { ...array, b: "i32", bStep: "i32", ...target } as const;
  const scalars = { ...array, scalar: type, ...target } as const;
  const lanes = lanesOf(type);
  for (const [name, [instruction, exchanged]] of Object.entries(instructions)) {
    module.func(name, arrays, "void", (f) => {
      const { a, aStep, b, bStep } = f.args;
      compareLoop(f, type, instruction, i32.eq(bStep, i32.const(lanes.bytes)), {
        vector: (offset) => v128.load(b, offset),
        single: () => scalarOps(type).load(b),
        advance: (bytes) => {
          f.increment(a, bytes ?? aStep);
          f.increment(b, bytes ?? bStep);
        },
      });
    });
    const withScalar =
      (way: Instruction) =>
      (f: FunctionBuilder<typeof scalars, "void">): void => {
        const { a, aStep, scalar } = f.args;
        const splat = f.let(lanes.splat(scalar));
        compareLoop(f, type, way, i32.const(1), {
          vector: () => splat,
          single: () => scalar,
          advance: (bytes) => f.increment(a, bytes ?? aStep),
        });
      };
    module.func(`${name} scalar`, scalars, "void", withScalar(instruction));
    module.func(`scalar ${name}`, scalars, "void", withScalar(exchanged));
  }
}

interface Right {
  readonly vector: (offset: number) => V;
  readonly single: () => Expr<FloatType>;
  /** Moves the pointers of both sides by so many bytes, or by their steps. */
  readonly advance: (bytes?: number) => void;
}

type Left = FunctionBuilder<
  { n: "i32"; a: "i32"; aStep: "i32"; out: "i32"; outStep: "i32" },
  "void"
>;

const evenWords = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

function compareLoop(
  f: Pick<Left, "args"> & Omit<Left, "params" | "args">,
  type: FloatType,
  instruction: Instruction,
  isRightDense: Expr<"i32">,
  right: Right,
): void {
  const { n, a, aStep, out, outStep } = f.args;
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const one = f.let(i8x16.splat(i32.const(1)));
  const mask = (index: number): V =>
    lanes[instruction](v128.load(a, index * 16), right.vector(index * 16));
  /** The index-th vector of four 32-bit masks. */
  const words = (index: number): V =>
    type === "f32" ? mask(index) : v128.shuffle(mask(2 * index), mask(2 * index + 1), evenWords);
  const isDense = [i32.eq(aStep, i32.const(lanes.bytes)), i32.eq(outStep, i32.const(1))].reduce(
    (all, one) => i32.and(all, one),
    isRightDense,
  );
  f.if(isDense, () =>
    f.while(
      () => i32.geS(n, i32.const(16)),
      () => {
        const halves = [0, 2].map((i) => i16x8.narrowI32x4S(words(i), words(i + 1)));
        f.emit(v128.store(out, v128.and(i8x16.narrowI16x8S(halves[0], halves[1]), one)));
        right.advance(16 * lanes.bytes);
        f.increment(out, 16);
        f.increment(n, -16);
      },
    ),
  );
  f.while(
    () => i32.gtS(n, i32.const(0)),
    () => {
      f.emit(i32.store8(out, scalar[instruction](scalar.load(a), right.single())));
      right.advance();
      f.increment(out, outStep);
      f.increment(n, -1);
    },
  );
}
