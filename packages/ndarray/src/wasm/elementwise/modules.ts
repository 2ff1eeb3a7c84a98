import { ModuleBuilder } from "../asm/index.ts";
import type { ModuleSource } from "../runtime.ts";
import { addBinary } from "./binary.ts";
import { addComparisons } from "./comparison.ts";
import { addMath, addSimpleUnary } from "./unary.ts";
import { addWhere } from "./where.ts";

/** What is one instruction or a few: sums, comparisons, roots, `where`. */
export const arithmeticModule: ModuleSource = {
  name: "arithmetic",
  build(target) {
    const module = new ModuleBuilder(target);
    addSimpleUnary(module, target);
    addBinary(module, target);
    addComparisons(module, target.type);
    addWhere(module, target.type);
    return module.encode();
  },
};

/** exp, log, log1p, tanh, sigmoid, erf. */
export const mathModule: ModuleSource = {
  name: "math",
  build(target) {
    const module = new ModuleBuilder(target);
    addMath(module, target);
    return module.encode();
  },
};
