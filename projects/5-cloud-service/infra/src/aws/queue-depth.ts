import { Duration, Stack } from "aws-cdk-lib";
import { SubnetType, type IVpc } from "aws-cdk-lib/aws-ec2";
import { Secret, type ICluster } from "aws-cdk-lib/aws-ecs";
import type { IRepository } from "aws-cdk-lib/aws-ecr";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { EcsTask } from "aws-cdk-lib/aws-events-targets";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { BatchQueue } from "./batch-queue.ts";
import type { BatchWorkers } from "./batch-workers.ts";
import { logicalId } from "./logical-id.ts";
import { suppress } from "./suppress.ts";
import { Task } from "./task.ts";

export interface QueueDepthProps {
  readonly vpc: IVpc;
  readonly cluster: ICluster;
  readonly repository: IRepository;
  readonly imageDigest: string;
  readonly key: IKey;
  readonly queue: BatchQueue;
  readonly workers: BatchWorkers;
  readonly prefix: string;
}

/** Asks the queue every minute what waits (`jobs` prints `waiting 12`) and makes a metric of the line. */
export class QueueDepth extends Construct {
  constructor(scope: Construct, id: string, props: QueueDepthProps) {
    super(scope, id);
    const task = new Task(this, "Task", {
      ...props,
      cpu: 256,
      memoryMiB: 512,
      command: ["jobs"],
      environment: { NODE_ENV: "production" },
      container: { secrets: { REDIS_URL: Secret.fromSecretsManager(props.queue.url) } },
    });
    new MetricFilter(this, "Waiting", {
      logGroup: task.logGroup,
      filterPattern: FilterPattern.spaceDelimited("state", "count").whereString(
        "state",
        "=",
        "waiting",
      ),
      metricNamespace: props.prefix,
      metricName: "WaitingChunks",
      metricValue: "$count",
    });
    new Rule(this, "EveryMinute", {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new EcsTask({
          cluster: props.cluster,
          taskDefinition: task.definition,
          assignPublicIp: false,
          subnetSelection: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
          securityGroups: [props.workers.access],
        }),
      ],
    });
    const { region } = Stack.of(this);
    const cluster = logicalId(props.cluster);
    suppress(
      task.definition.node.findChild("EventsRole"),
      "Starts this one task, whose runs have ids of their own.",
      `IAM5[Resource::arn:aws:ecs:${region}:*:task/<${cluster}>/*]`,
    );
  }
}
