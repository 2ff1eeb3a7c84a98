import { githubIssuer, githubTrust } from "@ml-roadmap/cloud-service/delivery";
import { Aws, Duration } from "aws-cdk-lib";
import { FederatedPrincipal, Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";

/** The account's provider for GitHub's tokens: its ARN follows from its address. */
export const githubProvider = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:oidc-provider/${githubIssuer}`;

/** A role that only a job of one environment of one repository can become; no key is stored anywhere. */
export class GithubRole extends Role {
  constructor(
    scope: Construct,
    id: string,
    props: {
      roleName: string;
      repository: string;
      environment: string;
      /** How long a token lasts at most: as long as the job may run. */
      hours: number;
    },
  ) {
    const { repository, environment, roleName, hours } = props;
    const { Principal, Condition, Action } = githubTrust({
      provider: githubProvider,
      repository,
      environment,
    });
    super(scope, id, {
      roleName,
      description: `GitHub Actions: ${repository}, environment ${environment}`,
      assumedBy: new FederatedPrincipal(Principal.Federated, Condition, Action),
      maxSessionDuration: Duration.hours(hours),
    });
  }
}
