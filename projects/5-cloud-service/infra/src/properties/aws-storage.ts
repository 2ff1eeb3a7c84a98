import { every, find, statements, type Json, type Templates } from "../aws/template.ts";
import type { Property } from "./property.ts";

const json = (value: unknown) => JSON.stringify(value);

/** Encryption, privacy and durability of everything that is kept. */
export const storageProperties: readonly Property<Templates>[] = [
  {
    id: "bucket-encryption",
    says: "every bucket is encrypted, the models with a key of our own",
    faults: (templates) => [
      ...every(templates, "AWS::S3::Bucket", ({ properties }) =>
        Boolean(properties.BucketEncryption),
      ),
      ...every(
        templates,
        "AWS::S3::Bucket",
        ({ id, properties }) =>
          !id.startsWith("Models") || json(properties.BucketEncryption).includes("aws:kms"),
        ["staging", "production"],
      ),
    ],
  },
  {
    id: "bucket-private",
    says: "no bucket can be made public",
    faults: (templates) =>
      every(templates, "AWS::S3::Bucket", ({ properties }) =>
        ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].every(
          (name) => properties.PublicAccessBlockConfiguration?.[name] === true,
        ),
      ),
  },
  {
    id: "bucket-tls",
    says: "every bucket refuses requests without TLS",
    faults: (templates) => [
      ...every(templates, "AWS::S3::BucketPolicy", ({ properties }) =>
        properties.PolicyDocument.Statement.some(
          (one: Json) =>
            one.Effect === "Deny" && one.Condition?.Bool?.["aws:SecureTransport"] === "false",
        ),
      ),
      ...(find(templates, "AWS::S3::BucketPolicy").length <
      find(templates, "AWS::S3::Bucket").length
        ? ["a bucket without a policy"]
        : []),
    ],
  },
  {
    id: "models-versioned",
    says: "an overwritten model file can be had back for a month",
    faults: (templates) =>
      every(
        templates,
        "AWS::S3::Bucket",
        ({ id, properties }) =>
          !id.startsWith("Models") ||
          (properties.VersioningConfiguration?.Status === "Enabled" &&
            properties.LifecycleConfiguration?.Rules.some(
              (rule: Json) => rule.NoncurrentVersionExpiration?.NoncurrentDays >= 30,
            )),
        ["staging", "production"],
      ),
  },
  {
    id: "production-kept",
    says: "deleting the production stack keeps models, key and load balancer; staging goes without a trace",
    faults: (templates) => [
      ...every(
        templates,
        "AWS::S3::Bucket",
        ({ resource }) => resource.DeletionPolicy === "Retain",
        ["production"],
      ),
      ...every(templates, "AWS::KMS::Key", ({ resource }) => resource.DeletionPolicy === "Retain", [
        "production",
      ]),
      ...every(
        templates,
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        ({ properties }) => attribute(properties, "deletion_protection.enabled") === "true",
        ["production"],
      ),
      ...Object.entries(templates.staging.Resources)
        .filter(([, { DeletionPolicy }]) => DeletionPolicy === "Retain")
        .map(([id]) => `staging/${id}`),
    ],
  },
  {
    id: "image-tags-immutable",
    says: "an image's tag cannot be moved to another image",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECR::Repository",
        ({ properties }) => properties.ImageTagMutability === "IMMUTABLE",
      ),
  },
  {
    id: "image-scan",
    says: "images are looked through for known holes when they are pushed",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECR::Repository",
        ({ properties }) => properties.ImageScanningConfiguration?.ScanOnPush === true,
      ),
  },
  {
    id: "key-rotation",
    says: "keys are renewed every year",
    faults: (templates) =>
      every(templates, "AWS::KMS::Key", ({ properties }) => properties.EnableKeyRotation === true),
  },
  {
    id: "log-encryption",
    says: "every log is encrypted and ends",
    faults: (templates) =>
      every(templates, "AWS::Logs::LogGroup", ({ properties }) =>
        Boolean(properties.KmsKeyId && properties.RetentionInDays),
      ),
  },
  {
    id: "queue-encryption",
    says: "the queue is encrypted on the wire and on disk, and asks for a password",
    faults: (templates) =>
      every(
        templates,
        "AWS::ElastiCache::ReplicationGroup",
        ({ properties }) =>
          properties.TransitEncryptionEnabled === true &&
          properties.AtRestEncryptionEnabled === true &&
          json(properties.AuthToken ?? "").includes("{{resolve:secretsmanager:"),
      ),
  },
  {
    id: "queue-noeviction",
    says: "the queue throws out no job when memory is short",
    faults: (templates) =>
      every(
        templates,
        "AWS::ElastiCache::ParameterGroup",
        ({ properties }) => properties.Properties?.["maxmemory-policy"] === "noeviction",
      ),
  },
  {
    id: "queue-two-zones",
    says: "the queue outlives the loss of a node and of a zone",
    faults: (templates) =>
      every(
        templates,
        "AWS::ElastiCache::ReplicationGroup",
        ({ properties }) =>
          properties.MultiAZEnabled === true &&
          properties.AutomaticFailoverEnabled === true &&
          properties.NumCacheClusters >= 2,
      ),
  },
  {
    id: "alarms-encrypted",
    says: "alarms are sent encrypted",
    faults: (templates) =>
      every(templates, "AWS::SNS::Topic", ({ properties }) => Boolean(properties.KmsMasterKeyId)),
  },
  {
    id: "no-plain-secrets",
    says: "no password is in a template or in a container's plain environment",
    faults: (templates) => [
      ...every(templates, "AWS::ECS::TaskDefinition", ({ properties }) =>
        properties.ContainerDefinitions.every((container: Json) =>
          (container.Environment ?? []).every(
            ({ Name }: Json) => !/URL|PASSWORD|TOKEN|SECRET|KEY/.test(Name),
          ),
        ),
      ),
      ...every(
        templates,
        "AWS::SecretsManager::Secret",
        ({ properties }) =>
          properties.SecretString === undefined ||
          json(properties.SecretString).includes("{{resolve:secretsmanager:"),
      ),
    ],
  },
  {
    id: "models-read-only",
    says: "what serves and what scores can read models, and change none",
    faults: (templates) =>
      statements(templates, ["staging", "production"])
        .filter(({ where }) => /TaskRole/.test(where))
        .filter(({ statement }) => /s3:(?:Put|Delete|\*)|"\*"/.test(json(statement.Action)))
        .map(({ where }) => where),
  },
];

/** An attribute of a load balancer or target group. */
export function attribute(properties: Json, key: string): string | undefined {
  const list: Json[] = properties.LoadBalancerAttributes ?? properties.TargetGroupAttributes ?? [];
  return list.find(({ Key }) => Key === key)?.Value;
}
