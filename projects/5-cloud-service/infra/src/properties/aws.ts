import type { Templates } from "../aws/template.ts";
import { accessProperties } from "./aws-access.ts";
import { runningProperties } from "./aws-running.ts";
import { scalingProperties } from "./aws-scaling.ts";
import { storageProperties } from "./aws-storage.ts";
import type { Property } from "./property.ts";

export const awsProperties: readonly Property<Templates>[] = [
  ...storageProperties,
  ...accessProperties,
  ...runningProperties,
  ...scalingProperties,
];
