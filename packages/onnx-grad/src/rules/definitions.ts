import type { Definitions } from "../graph/definition.ts";
import { activation } from "./activation.ts";
import { arithmetic } from "./arithmetic.ts";
import { convolutions } from "./conv.ts";
import { gathers } from "./gather.ts";
import { logic } from "./logic.ts";
import { matrixProducts } from "./matmul.ts";
import { norms } from "./norm.ts";
import { pools } from "./pool.ts";
import { reductions } from "./reduce.ts";
import { shapeOps } from "./shape.ts";
import { softmaxes } from "./softmax.ts";
import { unary } from "./unary.ts";

/** Shape inference and derivative of every primitive. One that is missing is a compile-time error here. */
export const definitions: Definitions = {
  ...arithmetic,
  ...unary,
  ...activation,
  ...logic,
  ...matrixProducts,
  ...reductions,
  ...softmaxes,
  ...norms,
  ...shapeOps,
  ...gathers,
  ...convolutions,
  ...pools,
};
