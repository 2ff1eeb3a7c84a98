import { z } from "zod";

const ranges = z.record(z.string(), z.string());

/** The fields of a `package.json` that we read; the others are kept. */
export const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  description: z.string().optional(),
  files: z.array(z.string()).default([]),
  exports: z.unknown().optional(),
  bin: z.union([z.string(), ranges]).optional(),
  dependencies: ranges.default({}),
  devDependencies: ranges.default({}),
  peerDependencies: ranges.default({}),
});

export type PackageFile = z.infer<typeof packageSchema>;
