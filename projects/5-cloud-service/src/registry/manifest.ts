import { z } from "zod";
import { RegistryError } from "./registry-error.ts";

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, "expected small letters, digits and _.- (64 at most)");
const sha256 = z.string().regex(/^[\da-f]{64}$/, "expected 64 hexadecimal digits");

/** One file of a model's folder. */
export const manifestFile = z.strictObject({
  /** Below the folder, with forward slashes. */
  path: z
    .string()
    .refine(
      (path) => path.split("/").every((part) => /^[\w-][\w.-]*$/.test(part)),
      "expected a path below the folder, of letters, digits and _-.",
    ),
  bytes: z.number().int().nonnegative(),
  sha256,
});

/** Everything that is known of one version of a model; it is written once and never changed. */
export const manifest = z.strictObject({
  format: z.literal(1),
  name,
  version: name,
  createdAt: z.iso.datetime(),
  createdBy: z.string().min(1),
  files: z.array(manifestFile).min(1),
  metrics: z.record(z.string(), z.number()),
  /** What it was trained on. */
  data: z.strictObject({ description: z.string(), sha256: sha256.optional() }).optional(),
  /** What it was trained with: a commit. */
  code: z.string().optional(),
});

export type ManifestFile = z.infer<typeof manifestFile>;
export type Manifest = z.infer<typeof manifest>;

/** A version became the one that serves. */
export const promotion = z.strictObject({
  /** 1, 2, ...: the greatest one counts. */
  number: z.number().int().positive(),
  kind: z.enum(["promote", "rollback"]),
  version: name,
  /** The manifest's, so that not even the registry's owner can change a promoted version unnoticed. */
  digest: sha256,
  at: z.iso.datetime(),
  by: z.string().min(1),
  reason: z.string(),
});

export type Promotion = z.infer<typeof promotion>;

/** Reads a document of the registry. Throws `RegistryError` that names the key and the first fault. */
export function readDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array, key: string): T {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw new RegistryError(`registry: ${key} is no JSON: it was altered`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  throw new RegistryError(`registry: ${key}: ${path.join(".")}: ${message}`);
}

export const writeDocument = (document: object): Uint8Array =>
  Buffer.from(`${JSON.stringify(document, null, 2)}\n`);

/** Throws `RegistryError` unless a text can name a model or a version. */
export function checkName(what: string, text: string): string {
  const result = name.safeParse(text);
  if (result.success) return text;
  throw new RegistryError(
    `registry: ${what} ${JSON.stringify(text.slice(0, 80))}: ${result.error.issues[0].message}`,
  );
}
