import { callResult, f64, f64x2, i32, scalarOps } from "../asm/index.ts";
import type { Expr, FloatType, FunctionBuilder, Local, ModuleBuilder } from "../asm/index.ts";
import { loadDouble, nextPairs, whileLeft } from "./doubles.ts";
import type { Reader } from "./doubles.ts";
import { addLines } from "./lines.ts";

const params = { n: "i32", x: "i32", step: "i32" } as const;
type Builder = FunctionBuilder<typeof params, "f64">;

/**
 * The sum in double precision, pairwise as NumPy's: blocks of at most 128 in eight partial sums, the
 * blocks joined as a binary tree. The same order as the plain loop, so the same bits.
 */
export function addSum(module: ModuleBuilder, type: FloatType): void {
  const block = module.internal("sum of a block", params, "f64", (f) => {
    const { x, step } = f.args;
    const contiguous = i32.eq(step, i32.const(scalarOps(type).bytes));
    const total = f.let(f64.const(-0));
    f.if(
      contiguous,
      () => sumBlock(f, type, { pointer: x }, total),
      () => sumBlock(f, type, { pointer: x, step }, total),
    );
    f.return(total);
  });
  const sum = module.func("sum", params, "f64", (f) => {
    const { n, x, step } = f.args;
    f.if(i32.leS(n, i32.const(128)), () => f.return(callResult(block, f.args)));
    const cut = f.let(i32.and(i32.shrU(n, i32.const(1)), i32.const(-8)));
    const rest = { n: i32.sub(n, cut), x: i32.add(x, i32.mul(cut, step)), step };
    f.return(f64.add(callResult(f, { n: cut, x, step }), callResult(f, rest)));
  });
  addLines(module, sum);
}

/** Adds `n` <= 128 numbers to a total of -0. */
function sumBlock(f: Builder, type: FloatType, reader: Reader, total: Local<"f64">): void {
  const left = f.let(f.args.n);
  const sums = f.localArray("v128", 4);
  f.if(i32.geS(left, i32.const(8)), () => {
    nextPairs(f, type, reader, 4).forEach((pair, i) => f.set(sums[i], pair));
    f.increment(left, -8);
    whileLeft(f, left, 8, () =>
      nextPairs(f, type, reader, 4).forEach((pair, i) => f.set(sums[i], f64x2.add(sums[i], pair))),
    );
    const [a, b, c, d] = sums.map((sum): Expr<"f64"> =>
      f64.add(f64x2.extract(sum, 0), f64x2.extract(sum, 1)),
    );
    f.set(total, f64.add(f64.add(a, b), f64.add(c, d)));
  });
  whileLeft(f, left, 1, () => {
    f.set(total, f64.add(total, loadDouble(type, reader.pointer)));
    f.increment(reader.pointer, reader.step ?? scalarOps(type).bytes);
  });
}
