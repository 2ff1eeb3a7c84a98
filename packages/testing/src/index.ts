export { allClose, assertAllClose, compareAllClose } from "./all-close.ts";
export type { AllCloseOptions, Comparison } from "./all-close.ts";
export { checkGradient } from "./check-gradient.ts";
export type { GradientElement, GradientOptions, GradientReport } from "./check-gradient.ts";
export { golden } from "./golden.ts";
export type { Flat, Nested, Numeric, Strided } from "./numeric.ts";
export { seededNormal, seededUniform } from "./seeded-normal.ts";
