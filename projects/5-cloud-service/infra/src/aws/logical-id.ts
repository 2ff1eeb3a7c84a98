import { CfnElement, Stack } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** The id in the template of what a construct stands for. */
export function logicalId(construct: IConstruct): string {
  const element = construct.node.defaultChild;
  if (!CfnElement.isCfnElement(element)) throw new TypeError(`${construct.node.path}: no resource`);
  return Stack.of(construct).getLogicalId(element);
}
