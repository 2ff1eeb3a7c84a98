import type { CfnElement } from "aws-cdk-lib";
import type { IBucket } from "aws-cdk-lib/aws-s3";

/** The findings of cdk-nag about `grantRead(role, "models/*")`, which names S3's reading actions by patterns. */
export function readFindings(bucket: IBucket): string[] {
  const id = bucket.stack.getLogicalId(bucket.node.defaultChild as CfnElement);
  return [
    "Action::s3:GetObject*",
    "Action::s3:GetBucket*",
    "Action::s3:List*",
    `Resource::<${id}.Arn>/models/*`,
  ].map((finding) => `IAM5[${finding}]`);
}
