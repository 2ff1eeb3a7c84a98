import type { EnvironmentName } from "@ml-roadmap/cloud-service/delivery";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { GithubRole } from "./github-role.ts";
import { logicalId } from "./logical-id.ts";
import { prefixOf } from "./names.ts";
import { suppress } from "./suppress.ts";

/** Reads the registry and adds to it; it can delete no version and touches nothing but models. */
export class RetrainRole extends GithubRole {
  constructor(
    scope: Construct,
    id: string,
    props: { repository: string; environment: EnvironmentName; models: IBucket; key: IKey },
  ) {
    const { models, key, repository, environment } = props;
    super(scope, id, {
      repository,
      environment: `retraining-${environment}`,
      roleName: `${prefixOf(environment)}-retrain`,
      hours: 4,
    });
    this.addToPolicy(
      new PolicyStatement({
        actions: ["s3:GetObject", "s3:PutObject"],
        resources: [models.arnForObjects("models/*")],
      }),
    );
    // Without a condition on the prefix: S3 asks for it also when a file is looked for, where there is no prefix, and
    // answers 403 instead of 404 for one that is not there yet. The bucket holds nothing but the registry.
    this.addToPolicy(
      new PolicyStatement({ actions: ["s3:ListBucket"], resources: [models.bucketArn] }),
    );
    this.addToPolicy(
      new PolicyStatement({
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [key.keyArn],
      }),
    );
    const bucketId = logicalId(models);
    suppress(
      this,
      "Every file of every version of the registry.",
      `IAM5[Resource::<${bucketId}.Arn>/models/*]`,
    );
  }
}
