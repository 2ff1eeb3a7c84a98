import { RemovalPolicy } from "aws-cdk-lib";
import { Repository, RepositoryEncryption, TagMutability } from "aws-cdk-lib/aws-ecr";
import type { Construct } from "constructs";
import { imageName } from "./image.ts";

/** Images of both environments: a tag that is there stays what it is, and each image is looked through. */
export class ImageRepository extends Repository {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      repositoryName: imageName,
      imageTagMutability: TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      encryption: RepositoryEncryption.KMS,
      lifecycleRules: [{ maxImageCount: 50, description: "the last 50, for rolling back" }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
