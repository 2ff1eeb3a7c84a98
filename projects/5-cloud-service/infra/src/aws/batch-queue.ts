import { RemovalPolicy, SecretValue } from "aws-cdk-lib";
import { SecurityGroup, type IVpc } from "aws-cdk-lib/aws-ec2";
import {
  CfnParameterGroup,
  CfnReplicationGroup,
  CfnSubnetGroup,
} from "aws-cdk-lib/aws-elasticache";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { suppress } from "./suppress.ts";

/** BullMQ's Redis: two nodes in two zones, encrypted, with a password, and nothing thrown out when memory is short. */
export class BatchQueue extends Construct {
  /** `rediss://...` with the password. */
  readonly url: Secret;
  readonly access: SecurityGroup;
  readonly group: CfnReplicationGroup;

  constructor(scope: Construct, id: string, props: { vpc: IVpc; key: IKey; snapshots: number }) {
    super(scope, id);
    const { vpc, key } = props;
    this.access = new SecurityGroup(this, "Access", {
      vpc,
      description: "The queue: workers only",
      allowAllOutbound: false,
    });
    const password = new Secret(this, "Password", {
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const subnets = new CfnSubnetGroup(this, "Subnets", {
      description: "without a way out",
      subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
    });
    const parameters = new CfnParameterGroup(this, "Parameters", {
      cacheParameterGroupFamily: "redis7",
      description: "BullMQ loses jobs where keys are thrown out",
      properties: { "maxmemory-policy": "noeviction" },
    });
    this.group = new CfnReplicationGroup(this, "Redis", {
      replicationGroupDescription: "Queue of the text service's batch jobs",
      engine: "redis",
      engineVersion: "7.1",
      cacheNodeType: "cache.t4g.small",
      numCacheClusters: 2,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      port: 6379,
      transitEncryptionEnabled: true,
      atRestEncryptionEnabled: true,
      kmsKeyId: key.keyArn,
      authToken: password.secretValue.unsafeUnwrap(),
      cacheParameterGroupName: parameters.ref,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [this.access.securityGroupId],
      snapshotRetentionLimit: props.snapshots,
    });
    this.url = new Secret(this, "Url", {
      encryptionKey: key,
      // Both parts are references that CloudFormation resolves: the template holds no password.
      secretStringValue: SecretValue.unsafePlainText(
        `rediss://:${password.secretValue.unsafeUnwrap()}@${this.group.attrPrimaryEndPointAddress}:6379`,
      ),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const reason =
      "Redis takes one password at a time: it is renewed by a deployment, not by itself.";
    suppress(password, reason, "SMG4");
    suppress(this.url, reason, "SMG4");
    suppress(
      this.group,
      "Reached by security group only; another port would hide nothing.",
      "AEC5",
    );
  }
}
