import { ScalableTarget } from "aws-cdk-lib/aws-applicationautoscaling";
import type { ScalableTaskCount } from "aws-cdk-lib/aws-ecs";

/** What policies of a service are attached to that its own construct has no method for. */
export function scalableTarget(tasks: ScalableTaskCount): ScalableTarget {
  const target = tasks.node.findChild("Target");
  if (target instanceof ScalableTarget) return target;
  throw new TypeError(`${target.node.path}: expected a scalable target`);
}
