import { callResult, f64 } from "../asm/index.ts";
import type { FunctionBuilder, ModuleBuilder } from "../asm/index.ts";
import { whileLeft } from "./doubles.ts";

const line = { n: "i32", x: "i32", step: "i32" } as const;
const params = { lines: "i32", between: "i32", ...line, out: "i32" } as const;

/** `out[i] = reduce(line i)`, lines `between` bytes apart, out in doubles: one call for many short lines. */
export function addLines(module: ModuleBuilder, reduce: FunctionBuilder<typeof line, "f64">): void {
  module.func(`${reduce.name}Lines`, params, "void", (f) => {
    const { lines, between, n, x, step, out } = f.args;
    whileLeft(f, lines, 1, () => {
      f.emit(f64.store(out, callResult(reduce, { n, x, step })));
      f.increment(x, between);
      f.increment(out, 8);
    });
  });
}
