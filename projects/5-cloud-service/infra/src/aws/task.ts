import { RemovalPolicy } from "aws-cdk-lib";
import type { IRepository } from "aws-cdk-lib/aws-ecr";
import {
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDriver,
  OperatingSystemFamily,
  type ContainerDefinitionOptions,
} from "aws-cdk-lib/aws-ecs";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { entryPoint } from "./image.ts";
import { suppress } from "./suppress.ts";

export interface TaskProps {
  readonly repository: IRepository;
  readonly imageDigest: string;
  readonly key: IKey;
  /** 1024 is one virtual processor. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly command: string[];
  readonly environment: Record<string, string>;
  readonly container?: Pick<ContainerDefinitionOptions, "portMappings" | "healthCheck" | "secrets">;
}

/** One container of the image, by digest: no root, nothing to write to but /tmp, no capability, its log encrypted. */
export class Task extends Construct {
  readonly definition: FargateTaskDefinition;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: TaskProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, "Log", {
      retention: RetentionDays.ONE_MONTH,
      encryptionKey: props.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.definition = new FargateTaskDefinition(this, "Definition", {
      cpu: props.cpu,
      memoryLimitMiB: props.memoryMiB,
      runtimePlatform: {
        cpuArchitecture: CpuArchitecture.X86_64,
        operatingSystemFamily: OperatingSystemFamily.LINUX,
      },
      volumes: [{ name: "tmp" }],
    });
    const container = this.definition.addContainer("app", {
      image: ContainerImage.fromEcrRepository(props.repository, props.imageDigest),
      entryPoint,
      command: props.command,
      environment: props.environment,
      user: "10001:10001",
      readonlyRootFilesystem: true,
      logging: LogDriver.awsLogs({ logGroup: this.logGroup, streamPrefix: id.toLowerCase() }),
      ...props.container,
    });
    container.addMountPoints({ sourceVolume: "tmp", containerPath: "/tmp", readOnly: false });
    suppress(
      this.definition,
      "Settings that are no secret; what is one comes from Secrets Manager.",
      "ECS2",
    );
    suppress(
      this.definition.obtainExecutionRole(),
      "The token to pull images cannot be limited to a repository; pulling itself is.",
      "IAM5[Resource::*]",
    );
  }
}
