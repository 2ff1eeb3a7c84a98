import { ModuleBuilder } from "../asm/index.ts";
import type { ModuleSource } from "../runtime.ts";
import { addBinary } from "./binary.ts";
import { addComparisons } from "./comparison.ts";
import { addMath, addSimpleUnary } from "./unary.ts";
import { addWhere } from "./where.ts";

/** What is one instruction or a few: sums, comparisons, roots, `where`. */
export const arithmeticModule: ModuleSource = {
  name: "arithmetic",
  build({ type, shared }) {
    const module = new ModuleBuilder({ shared });
    addSimpleUnary(module, type);
    addBinary(module, type);
    addComparisons(module, type);
    addWhere(module, type);
    return module.encode();
  },
};

/** exp, log, tanh, sigmoid, erf. */
export const mathModule: ModuleSource = {
  name: "math",
  build({ type, fma, shared }) {
    const module = new ModuleBuilder({ shared });
    addMath(module, type, fma);
    return module.encode();
  },
};
