import type { EnvironmentName } from "@ml-roadmap/cloud-service/delivery";
import { Aws } from "aws-cdk-lib";

/** `text-service-production`: what everything of an environment is called. */
export const prefixOf = (environment: EnvironmentName) => `text-service-${environment}`;

export const foundationName = "text-service-foundation";

/** Bucket names are everybody's: the account's number makes them ours. */
export const templateBucketName = `${foundationName}-templates-${Aws.ACCOUNT_ID}`;

export const executionRoleName = "text-service-cloudformation";
