import type { EnvironmentName } from "../delivery/scaling-policy.ts";

/** Where a template is and whose account it goes to. */
export interface DeployOptions {
  readonly environment: EnvironmentName;
  /** Folder that the templates were synthesised to. */
  readonly templates: string;
  /** Number of the AWS account. */
  readonly account: string;
  readonly region: string;
}

/**
 * Arguments of `aws` that bring one environment to its template, by a change set, in CloudFormation's own role. The
 * command ends when the canary has baked; when an alarm rings ECS goes back, CloudFormation too, and it fails.
 *
 * @throws TypeError for an account that is no number of 12 digits
 */
export function deployArguments(options: DeployOptions): string[] {
  const { environment, templates, account, region } = options;
  if (!/^\d{12}$/.test(account)) {
    throw new TypeError(`the account is "${account}", expected 12 digits`);
  }
  const stack = `text-service-${environment}`;
  return [
    "cloudformation",
    "deploy",
    "--region",
    region,
    "--stack-name",
    stack,
    "--template-file",
    `${templates}/${stack}.template.json`,
    "--s3-bucket",
    `text-service-foundation-templates-${account}`,
    "--s3-prefix",
    stack,
    "--role-arn",
    `arn:aws:iam::${account}:role/text-service-cloudformation`,
    "--capabilities",
    "CAPABILITY_NAMED_IAM",
    "--no-fail-on-empty-changeset",
  ];
}
