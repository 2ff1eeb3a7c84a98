import type { Templates } from "../aws/template.ts";
import type { Mutation } from "../properties/property.ts";
import { accessMutations } from "./aws-access.ts";
import { runningMutations } from "./aws-running.ts";
import { storageMutations } from "./aws-storage.ts";

export const awsMutations: readonly Mutation<Templates>[] = [
  ...storageMutations,
  ...accessMutations,
  ...runningMutations,
];
