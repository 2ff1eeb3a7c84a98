import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../settings.ts";
import { buildApp } from "./app.ts";
import { foundationName, prefixOf } from "./names.ts";
import type { Template, Templates } from "./template.ts";

/**
 * The templates of all stacks, made in a folder that is removed again.
 *
 * @throws Error where a rule of cdk-nag or of CloudFormation's validator is broken, if `checks`
 */
export function synthTemplates(settings: Settings, checks: boolean): Templates {
  const outdir = mkdtempSync(join(tmpdir(), "text-service-cdk-"));
  try {
    const assembly = buildApp(settings, outdir, checks).synth();
    const read = (name: string): Template => assembly.getStackByName(name).template;
    return {
      foundation: read(foundationName),
      staging: read(prefixOf("staging")),
      production: read(prefixOf("production")),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
