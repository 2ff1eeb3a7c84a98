import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where models of the registry lie on this machine, by digest, unless MODEL_CACHE says otherwise. */
export const defaultModelCache = join(tmpdir(), "text-service-models");

export const modelCache = (): string => process.env["MODEL_CACHE"] || defaultModelCache;
