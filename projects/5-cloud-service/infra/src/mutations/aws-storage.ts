import { first, type Json, type Templates } from "../aws/template.ts";
import type { Mutation } from "../properties/property.ts";

const models = (properties: Json) => properties.VersioningConfiguration !== undefined;
const bucket = (templates: Templates) =>
  first(templates, "AWS::S3::Bucket", "production", models).Properties;
const redis = (templates: Templates) =>
  first(templates, "AWS::ElastiCache::ReplicationGroup").Properties;
const images = (templates: Templates) =>
  first(templates, "AWS::ECR::Repository", "foundation").Properties;

export const storageMutations: readonly Mutation<Templates>[] = [
  {
    property: "bucket-encryption",
    name: "log bucket without encryption",
    apply: (templates) => {
      const { Properties } = first(templates, "AWS::S3::Bucket", "staging", (one) => !models(one));
      delete Properties.BucketEncryption;
    },
  },
  {
    property: "bucket-encryption",
    name: "models with S3's key",
    apply: (templates) => {
      bucket(templates).BucketEncryption.ServerSideEncryptionConfiguration = [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
      ];
    },
  },
  {
    property: "bucket-private",
    name: "public policies allowed",
    apply: (templates) => {
      bucket(templates).PublicAccessBlockConfiguration.BlockPublicPolicy = false;
    },
  },
  {
    property: "bucket-tls",
    name: "policy without the refusal",
    apply: (templates) => {
      first(templates, "AWS::S3::BucketPolicy").Properties.PolicyDocument.Statement.shift();
    },
  },
  {
    property: "bucket-tls",
    name: "no policy",
    apply: (templates) => {
      const { Resources } = templates.production;
      const id = Object.keys(Resources).find(
        (one) => Resources[one].Type === "AWS::S3::BucketPolicy",
      );
      delete Resources[id!];
    },
  },
  {
    property: "models-versioned",
    name: "versioning suspended",
    apply: (templates) => {
      bucket(templates).VersioningConfiguration.Status = "Suspended";
    },
  },
  {
    property: "models-versioned",
    name: "old versions gone after a day",
    apply: (templates) => {
      for (const rule of bucket(templates).LifecycleConfiguration.Rules) {
        rule.NoncurrentVersionExpiration = { NoncurrentDays: 1 };
      }
    },
  },
  {
    property: "production-kept",
    name: "production's models deleted with the stack",
    apply: (templates) => {
      const resource = first(templates, "AWS::S3::Bucket", "production", models) as {
        DeletionPolicy?: string;
      };
      resource.DeletionPolicy = "Delete";
    },
  },
  {
    property: "production-kept",
    name: "staging leaves a bucket behind",
    apply: (templates) => {
      const resource = first(templates, "AWS::S3::Bucket", "staging", models) as {
        DeletionPolicy?: string;
      };
      resource.DeletionPolicy = "Retain";
    },
  },
  {
    property: "image-tags-immutable",
    name: "tags can be moved",
    apply: (templates) => {
      images(templates).ImageTagMutability = "MUTABLE";
    },
  },
  {
    property: "image-scan",
    name: "images not looked through",
    apply: (templates) => {
      images(templates).ImageScanningConfiguration.ScanOnPush = false;
    },
  },
  {
    property: "key-rotation",
    name: "key never renewed",
    apply: (templates) => {
      first(templates, "AWS::KMS::Key").Properties.EnableKeyRotation = false;
    },
  },
  {
    property: "log-encryption",
    name: "a log without the key",
    apply: (templates) => {
      delete first(templates, "AWS::Logs::LogGroup").Properties.KmsKeyId;
    },
  },
  {
    property: "log-encryption",
    name: "a log for ever",
    apply: (templates) => {
      delete first(templates, "AWS::Logs::LogGroup", "staging").Properties.RetentionInDays;
    },
  },
  {
    property: "queue-encryption",
    name: "queue without TLS",
    apply: (templates) => {
      redis(templates).TransitEncryptionEnabled = false;
    },
  },
  {
    property: "queue-encryption",
    name: "queue without password",
    apply: (templates) => {
      delete redis(templates).AuthToken;
    },
  },
  {
    property: "queue-noeviction",
    name: "oldest keys thrown out",
    apply: (templates) => {
      const { Properties } = first(templates, "AWS::ElastiCache::ParameterGroup").Properties;
      Properties["maxmemory-policy"] = "allkeys-lru";
    },
  },
  {
    property: "queue-two-zones",
    name: "one node",
    apply: (templates) => {
      redis(templates).NumCacheClusters = 1;
    },
  },
  {
    property: "alarms-encrypted",
    name: "topic without key",
    apply: (templates) => {
      delete first(templates, "AWS::SNS::Topic").Properties.KmsMasterKeyId;
    },
  },
  {
    property: "no-plain-secrets",
    name: "the queue's address in the environment",
    apply: (templates) => {
      const [container] = first(templates, "AWS::ECS::TaskDefinition").Properties
        .ContainerDefinitions;
      container.Environment.push({ Name: "REDIS_URL", Value: "rediss://:secret@queue:6379" });
    },
  },
  {
    property: "no-plain-secrets",
    name: "a password in the template",
    apply: (templates) => {
      const fits = (properties: Json) => properties.SecretString !== undefined;
      const secret = first(templates, "AWS::SecretsManager::Secret", "production", fits);
      secret.Properties.SecretString = "rediss://:secret@queue:6379";
    },
  },
  {
    property: "models-read-only",
    name: "replicas may write models",
    apply: (templates) => {
      const reads = (properties: Json) => JSON.stringify(properties).includes("s3:GetObject*");
      const policy = first(templates, "AWS::IAM::Policy", "production", reads);
      policy.Properties.PolicyDocument.Statement[0].Action.push("s3:PutObject");
    },
  },
];
