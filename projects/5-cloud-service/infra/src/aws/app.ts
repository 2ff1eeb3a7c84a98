import { App, DefaultStackSynthesizer, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Settings } from "../settings.ts";
import { FoundationStack } from "./foundation-stack.ts";
import { foundationName, prefixOf } from "./names.ts";
import { TextStack } from "./text-stack.ts";

/** Behaviour of CDK that new apps are advised to switch on. */
const context = {
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/core:enablePartitionLiterals": true,
  "@aws-cdk/aws-ecs:arnFormatIncludesClusterName": true,
  "@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm": true,
  "@aws-cdk/aws-ec2:restrictDefaultSecurityGroup": false,
  "@aws-cdk/aws-kms:reduceCrossAccountRegionPolicyScope": true,
  "@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName": true,
};

/**
 * Every stack of the service. No part of it is an asset, so that plain CloudFormation can deploy the templates.
 *
 * @param outdir folder that `synth` writes to
 * @param checks whether `synth` ends with cdk-nag's rules and throws where one is broken
 */
export function buildApp(settings: Settings, outdir: string, checks = true): App {
  const app = new App({ outdir, analyticsReporting: false, treeMetadata: false, context });
  const common = () => ({
    settings,
    env: { region: settings.region },
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  });
  new FoundationStack(app, foundationName, common());
  for (const environment of ["staging", "production"] as const) {
    new TextStack(app, prefixOf(environment), {
      ...common(),
      environment,
      firewall: environment === "production",
      terminationProtection: environment === "production",
    });
  }
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
