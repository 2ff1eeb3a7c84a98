export { manifestDigest } from "./registry/manifest-digest.ts";
export type { Manifest, ManifestFile, Promotion } from "./registry/manifest.ts";
export { openStore } from "./registry/open-store.ts";
export type { ChangeOptions } from "./registry/promotion-log.ts";
export { RegistryError } from "./registry/registry-error.ts";
export { ModelRegistry } from "./registry/registry.ts";
export type { PushOptions, Version } from "./registry/registry.ts";
export type { Store } from "./registry/store.ts";
