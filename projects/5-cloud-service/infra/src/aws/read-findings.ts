import type { IBucket } from "aws-cdk-lib/aws-s3";
import { logicalId } from "./logical-id.ts";

/** The findings of cdk-nag about `grantRead(role, "models/*")`, which names S3's reading actions by patterns. */
export function readFindings(bucket: IBucket): string[] {
  const id = logicalId(bucket);
  return [
    "Action::s3:GetObject*",
    "Action::s3:GetBucket*",
    "Action::s3:List*",
    `Resource::<${id}.Arn>/models/*`,
  ].map((finding) => `IAM5[${finding}]`);
}
