import { serverSettings, setting, whole, type Values } from "@ml-roadmap/model-server";
import { z } from "zod";
import { defaultModelCache } from "../model/model-cache.ts";
import { precisions } from "../model/precision.ts";

/** A share of traffic in percent, as a fraction. */
const percent = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "expected a number from 0 to 100")
  .transform(Number)
  .pipe(z.number().min(0).max(100))
  .transform((value) => value / 100);

/** `name` or `name:version`. */
const modelName = z.string().regex(/^[a-z0-9][a-z0-9_.-]*(:[a-z0-9][a-z0-9_.-]*)?$/, {
  error: "expected name, which follows its promotions, or name:version",
});

/** `name:version`, or nothing. */
const modelVersion = z.string().regex(/^(?:[a-z0-9][a-z0-9_.-]*:[a-z0-9][a-z0-9_.-]*)?$/, {
  error: "expected name:version",
});

const { REPOSITORY_API: _, ...core } = serverSettings;

/** Every setting of the text service. */
export const textSettings = {
  ...core,
  OTEL_SERVICE_NAME: setting(z.string().min(1), "text-service", "the service's name in traces"),
  MODEL_DIR: setting(
    z.string(),
    "",
    "a model folder, where there is no registry (the model that came along)",
  ),
  REGISTRY: setting(z.string(), "", "a registry's folder, or s3://bucket/prefix"),
  S3_ENDPOINT: setting(z.string(), "", "of a store that speaks S3 and is not AWS's"),
  MODEL: setting(
    z
      .string()
      .transform((text) => text.split(",").map((name) => name.trim()))
      .pipe(z.array(modelName).min(1)),
    "sentiment",
    "models of the registry with commas: name follows its promotions, name:version stays",
  ),
  MODEL_POLL_MS: setting(
    whole(100, 3_600_000),
    "5000",
    "how often promotions are looked for in the registry",
  ),
  MODEL_CACHE: setting(
    z.string().min(1),
    defaultModelCache,
    "folder for models of the registry, by digest",
  ),
  PRECISION: setting(z.enum(precisions), "int8", precisions.join(", ")),
  MODEL_THREADS: setting(whole(1, 64), "1", "threads that compute, each with a copy of a model"),
  CACHE_MB: setting(whole(0, 65_536), "32", "megabytes of answers that are kept; 0 for none"),
  SHADOW: setting(
    modelVersion,
    "",
    "name:version of the registry that sees a share of the traffic, and answers nobody",
  ),
  SHADOW_PERCENT: setting(percent, "10", "of the texts that the shadow sees"),
  DRIFT_WINDOW: setting(
    whole(100, 1_000_000),
    "1000",
    "texts that are compared with the training data",
  ),
};

export type TextConfig = Values<typeof textSettings>;
