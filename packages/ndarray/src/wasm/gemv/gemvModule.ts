import { i32, lanesOf, memoryFill, ModuleBuilder, scalarOps, v128 } from "../asm/index.ts";
import type { Expr, FloatType } from "../asm/index.ts";
import { VectorMath } from "../math/context.ts";
import { whileLeft } from "../reduce/doubles.ts";
import type { ModuleSource } from "../runtime.ts";

/** Matrix times vector: A (m, k) with contiguous rows or columns, x (k) and y (m) contiguous. */
export const gemvModule: ModuleSource = {
  name: "gemv",
  build({ type, fma, shared }) {
    const module = new ModuleBuilder({ shared });
    addDotRows(module, type, fma);
    addAddColumns(module, type, fma);
    addGather(module, type);
    addFinish(module, type);
    addClear(module);
    return module.encode();
  },
};

/** Rows (columns) of A that are taken together, so that a vector of x (y) is loaded once for all. */
const together = 4;

/** `y[i] += sum over k of A[i, k] x[k]`, rows contiguous and `row` bytes apart. */
function addDotRows(module: ModuleBuilder, type: FloatType, fma: boolean): void {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const params = { m: "i32", k: "i32", a: "i32", row: "i32", x: "i32", y: "i32" } as const;
  module.func("dotRows", params, "void", (f) => {
    const { m, k, a, row, x, y } = f.args;
    const math = new VectorMath(f, type, fma);
    const at = f.local("i32");
    const left = f.local("i32");
    const sides = f.localArray("i32", together);
    const rows = (count: number): void => {
      const pointers = sides.slice(0, count);
      pointers.forEach((pointer, i) => f.set(pointer, i === 0 ? a : i32.add(sides[i - 1], row)));
      const sums = pointers.map(() => [f.let(lanes.zero), f.let(lanes.zero)]);
      f.set(at, x);
      f.set(left, k);
      const step = (vectors: number): void =>
        whileLeft(f, left, vectors * lanes.count, () => {
          const xs = Array.from({ length: vectors }, (_, v) => f.let(v128.load(at, 16 * v)));
          pointers.forEach((pointer, i) => {
            for (let v = 0; v < vectors; v++)
              f.set(sums[i][v], math.multiplyAdd(v128.load(pointer, 16 * v), xs[v], sums[i][v]));
            f.increment(pointer, 16 * vectors);
          });
          f.increment(at, 16 * vectors);
        });
      step(2);
      step(1);
      const totals = sums.map(([one, two]) => {
        const both = f.let(lanes.add(one, two));
        let total: Expr<FloatType> = lanes.extract(both, 0);
        for (let lane = 1; lane < lanes.count; lane++)
          total = scalar.add(total, lanes.extract(both, lane));
        return f.let(total);
      });
      whileLeft(f, left, 1, () => {
        pointers.forEach((pointer, i) => {
          f.set(
            totals[i],
            scalar.add(totals[i], scalar.mul(scalar.load(pointer), scalar.load(at))),
          );
          f.increment(pointer, scalar.bytes);
        });
        f.increment(at, scalar.bytes);
      });
      totals.forEach((total, i) => {
        const offset = i * scalar.bytes;
        f.emit(scalar.store(y, scalar.add(scalar.load(y, offset), total), offset));
      });
      f.increment(a, i32.mul(row, i32.const(count)));
      f.increment(y, count * scalar.bytes);
    };
    whileLeft(f, m, together, () => rows(together));
    whileLeft(f, m, 1, () => rows(1));
  });
}

/** `y[i] += sum over k of A[i, k] x[k]`, columns contiguous and `column` bytes apart. */
function addAddColumns(module: ModuleBuilder, type: FloatType, fma: boolean): void {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const params = { m: "i32", k: "i32", a: "i32", column: "i32", x: "i32", y: "i32" } as const;
  module.func("addColumns", params, "void", (f) => {
    const { m, k, a, column, x, y } = f.args;
    const math = new VectorMath(f, type, fma);
    const to = f.local("i32");
    const left = f.local("i32");
    const sides = f.localArray("i32", together);
    const splats = f.localArray("v128", together);
    const columns = (count: number): void => {
      const pointers = sides.slice(0, count);
      pointers.forEach((pointer, i) => {
        f.set(pointer, i === 0 ? a : i32.add(sides[i - 1], column));
        f.set(splats[i], lanes.loadSplat(x, i * scalar.bytes));
      });
      f.set(to, y);
      f.set(left, m);
      const sum = f.local("v128");
      const step = (vectors: number): void =>
        whileLeft(f, left, vectors * lanes.count, () => {
          for (let v = 0; v < vectors; v++) {
            f.set(sum, v128.load(to, 16 * v));
            pointers.forEach((pointer, i) =>
              f.set(sum, math.multiplyAdd(v128.load(pointer, 16 * v), splats[i], sum)),
            );
            f.emit(v128.store(to, sum, 16 * v));
          }
          for (const pointer of [...pointers, to]) f.increment(pointer, 16 * vectors);
        });
      step(2);
      step(1);
      whileLeft(f, left, 1, () => {
        const terms = pointers.map((pointer, i): Expr<FloatType> =>
          scalar.mul(scalar.load(pointer), lanes.extract(splats[i], 0)),
        );
        f.emit(scalar.store(to, terms.reduce((total, term) => scalar.add(total, term), scalar.load(to)))); // prettier-ignore
        for (const pointer of [...pointers, to]) f.increment(pointer, scalar.bytes);
      });
      f.increment(a, i32.mul(column, i32.const(count)));
      f.increment(x, count * scalar.bytes);
    };
    whileLeft(f, k, together, () => columns(together));
    whileLeft(f, k, 1, () => columns(1));
  });
}

/** `out[i] = factor x[i]`, x strided, out contiguous. */
function addGather(module: ModuleBuilder, type: FloatType): void {
  const scalar = scalarOps(type);
  const params = { n: "i32", x: "i32", step: "i32", factor: type, out: "i32" } as const;
  module.func("gather", params, "void", (f) => {
    const { n, x, step, factor, out } = f.args;
    whileLeft(f, n, 1, () => {
      f.emit(scalar.store(out, scalar.mul(scalar.load(x), factor)));
      f.increment(x, step);
      f.increment(out, scalar.bytes);
    });
  });
}

/** `y[i] = sums[i] + beta y[i]`, y strided; with beta 0 y is not read. */
function addFinish(module: ModuleBuilder, type: FloatType): void {
  const scalar = scalarOps(type);
  const params = { n: "i32", sums: "i32", beta: type, y: "i32", step: "i32" } as const;
  module.func("finish", params, "void", (f) => {
    const { n, sums, beta, y, step } = f.args;
    const pass = (value: (sum: Expr<FloatType>) => Expr<FloatType>): void =>
      whileLeft(f, n, 1, () => {
        f.emit(scalar.store(y, value(scalar.load(sums))));
        f.increment(sums, scalar.bytes);
        f.increment(y, step);
      });
    f.if(
      scalar.eq(beta, scalar.const(0)),
      () => pass((sum) => sum),
      () => pass((sum) => scalar.add(sum, scalar.mul(beta, scalar.load(y)))),
    );
  });
}

function addClear(module: ModuleBuilder): void {
  module.func("clear", { address: "i32", bytes: "i32" }, "void", (f) =>
    f.emit(memoryFill(f.args.address, i32.const(0), f.args.bytes)),
  );
}
