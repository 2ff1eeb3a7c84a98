import { githubIssuer } from "@ml-roadmap/cloud-service/delivery";
import { Aws, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import {
  ManagedPolicy,
  OidcProviderNative,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { GithubRole } from "./github-role.ts";
import { ImageRepository } from "./image-repository.ts";
import { executionRoleName, templateBucketName } from "./names.ts";
import { suppress } from "./suppress.ts";

export interface FoundationStackProps extends StackProps {
  readonly settings: Settings;
}

/** What both environments share and what must be there first: images, GitHub's way in, CloudFormation's role. */
export class FoundationStack extends Stack {
  constructor(scope: Construct, id: string, props: FoundationStackProps) {
    super(scope, id, props);
    const images = new ImageRepository(this, "Images");
    new OidcProviderNative(this, "Github", {
      url: `https://${githubIssuer}`,
      clientIds: ["sts.amazonaws.com"],
    });
    const build = new GithubRole(this, "Build", {
      roleName: "text-service-build",
      repository: props.settings.repository,
      environment: "build",
      hours: 1,
    });
    images.grantPullPush(build);
    suppress(
      build,
      "The token to push images cannot be limited to a repository; pushing is.",
      "IAM5[Resource::*]",
    );

    const templates = new Bucket(this, "Templates", {
      bucketName: templateBucketName,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    suppress(templates, "Templates of this repository, which anybody can read there.", "S1");
    this.#execution();
  }

  /** What CloudFormation may do for a deployment. Only CloudFormation can become it. */
  #execution(): void {
    const role = new Role(this, "Execution", {
      roleName: executionRoleName,
      description: "CloudFormation for the text service's stacks",
      assumedBy: new ServicePrincipal("cloudformation.amazonaws.com"),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName("PowerUserAccess")],
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: [
          "iam:GetRole",
          "iam:CreateRole",
          "iam:DeleteRole",
          "iam:UpdateRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:TagRole",
          "iam:PassRole",
          "iam:GetRolePolicy",
          "iam:PutRolePolicy",
          "iam:DeleteRolePolicy",
          "iam:AttachRolePolicy",
          "iam:DetachRolePolicy",
        ],
        resources: [`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/text-service-*`],
      }),
    );
    suppress(
      role,
      "Makes everything of a stack; no person and no job can become it, and roles only of this service's name.",
      "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/PowerUserAccess]",
      "IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:role/text-service-*]",
    );
  }
}
