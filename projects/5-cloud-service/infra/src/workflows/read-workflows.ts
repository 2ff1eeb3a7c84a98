import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import type { Workflows } from "../properties/workflow.ts";

/** Workflows that reach the cloud, by name. */
export const workflowNames = ["deploy", "retrain"] as const;

export const workflowText = (name: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../../../../.github/workflows/${name}.yml`, import.meta.url)),
    "utf8",
  );

export function readWorkflows(): Workflows {
  return {
    deploy: load(workflowText("deploy")),
    retrain: load(workflowText("retrain")),
  };
}
