import { z } from "zod";
import { datatypeNames } from "../tensors/datatype.ts";

// The JSON of the Open Inference Protocol V2; OpenAPI and the client's types are made from these.

/** The most axes a tensor may have. */
export const MAX_AXES = 8;

export const parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A list that is not looked into: elements are checked while they are copied, once. */
export const list = z
  .custom<unknown[]>((value) => Array.isArray(value), "expected an array")
  .meta({ type: "array", items: {} });

export const requestInput = z.object({
  name: z.string().min(1),
  shape: z.array(z.number().int().nonnegative()).max(MAX_AXES),
  datatype: z.enum(datatypeNames),
  parameters: parameters.optional(),
  /** Nested as the shape or flat; left out where the binary extension carries it. */
  data: list.optional(),
});

export const requestOutput = z.object({
  name: z.string().min(1),
  parameters: parameters.optional(),
});

export const inferRequest = z.object({
  id: z.string().optional(),
  parameters: parameters.optional(),
  inputs: z.array(requestInput).min(1),
  outputs: z.array(requestOutput).optional(),
});

export const responseOutput = z.object({
  name: z.string(),
  shape: z.array(z.number()),
  datatype: z.enum(datatypeNames),
  parameters: parameters.optional(),
  data: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
});

export const inferResponse = z.object({
  model_name: z.string(),
  model_version: z.string(),
  id: z.string().optional(),
  parameters: parameters.optional(),
  outputs: z.array(responseOutput),
});

const tensorMetadata = z.object({
  name: z.string(),
  datatype: z.enum(datatypeNames),
  shape: z.array(z.number()),
});

export const modelMetadata = z.object({
  name: z.string(),
  versions: z.array(z.string()),
  platform: z.string(),
  inputs: z.array(tensorMetadata),
  outputs: z.array(tensorMetadata),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

export const serverMetadata = z.object({
  name: z.string(),
  version: z.string(),
  extensions: z.array(z.string()),
});

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  instance: z.string(),
  error: z.string(),
});

export type InferRequest = z.infer<typeof inferRequest>;
export type InferResponse = z.infer<typeof inferResponse>;
export type ModelMetadata = z.infer<typeof modelMetadata>;
export type ServerMetadata = z.infer<typeof serverMetadata>;
