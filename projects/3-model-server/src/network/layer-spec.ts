import { z } from "zod";

const size = z.number().int().positive();

/** One layer as `model.json` lists it. */
export type LayerSpec =
  | { type: "dense"; inputs: number; outputs: number }
  | {
      type: "conv2d";
      channels: number;
      filters: number;
      kernel: number;
      stride?: number | undefined;
      bias?: boolean | undefined;
    }
  | { type: "batchNorm" | "layerNorm"; features: number }
  | { type: "maxPool"; kernel: number }
  | { type: "dropout"; rate: number }
  | { type: "relu" | "gelu" | "tanh" | "sigmoid" | "flatten" | "globalAveragePool" }
  | { type: "residual"; layers: LayerSpec[] };

export const layerSpec: z.ZodType<LayerSpec> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("dense"), inputs: size, outputs: size }),
    z.object({
      type: z.literal("conv2d"),
      channels: size,
      filters: size,
      kernel: size,
      stride: size.optional(),
      bias: z.boolean().optional(),
    }),
    z.object({ type: z.enum(["batchNorm", "layerNorm"]), features: size }),
    z.object({ type: z.literal("maxPool"), kernel: size }),
    z.object({ type: z.literal("dropout"), rate: z.number() }),
    z.object({
      type: z.enum(["relu", "gelu", "tanh", "sigmoid", "flatten", "globalAveragePool"]),
    }),
    z.object({ type: z.literal("residual"), layers: z.array(layerSpec) }),
  ]),
);
