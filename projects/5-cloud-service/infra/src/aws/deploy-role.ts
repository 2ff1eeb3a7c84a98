import type { EnvironmentName } from "@ml-roadmap/cloud-service/delivery";
import { Aws, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { GithubRole } from "./github-role.ts";
import { executionRoleName, prefixOf, templateBucketName } from "./names.ts";
import { suppress } from "./suppress.ts";

/** Changes one environment's stack by a change set, and nothing else: what the stack may do is another role's. */
export class DeployRole extends GithubRole {
  constructor(
    scope: Construct,
    id: string,
    props: { repository: string; environment: EnvironmentName },
  ) {
    const prefix = prefixOf(props.environment);
    super(scope, id, { ...props, roleName: `${prefix}-deploy`, hours: 2 });
    const { region } = Stack.of(this);
    const stack = `arn:${Aws.PARTITION}:cloudformation:${region}:${Aws.ACCOUNT_ID}:stack/${prefix}/*`;
    const templates = `arn:${Aws.PARTITION}:s3:::${templateBucketName}/${prefix}/*`;
    const allow = (actions: string[], resource: string, conditions?: Record<string, unknown>) =>
      this.addToPolicy(
        new PolicyStatement({ actions, resources: [resource], ...(conditions && { conditions }) }),
      );
    allow(
      [
        "cloudformation:CreateChangeSet",
        "cloudformation:DescribeChangeSet",
        "cloudformation:ExecuteChangeSet",
        "cloudformation:DeleteChangeSet",
        "cloudformation:DescribeStacks",
        "cloudformation:DescribeStackEvents",
        "cloudformation:GetTemplateSummary",
      ],
      stack,
    );
    allow(["s3:PutObject", "s3:GetObject"], templates);
    allow(
      ["iam:PassRole"],
      `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${executionRoleName}`,
      { StringEquals: { "iam:PassedToService": "cloudformation.amazonaws.com" } },
    );
    suppress(
      this,
      "The id of a stack ends with a random part, and every deployment has a template of its own.",
      `IAM5[Resource::arn:<AWS::Partition>:cloudformation:${region}:<AWS::AccountId>:stack/${prefix}/*]`,
      `IAM5[Resource::arn:<AWS::Partition>:s3:::${templateBucketName.replace(Aws.ACCOUNT_ID, "<AWS::AccountId>")}/${prefix}/*]`,
    );
  }
}
