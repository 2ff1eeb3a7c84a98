import type { WorkerPolicy } from "@ml-roadmap/cloud-service/delivery";
import { Duration } from "aws-cdk-lib";
import { AdjustmentType, CfnScalingPolicy } from "aws-cdk-lib/aws-applicationautoscaling";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Port, SecurityGroup, SubnetType, type IVpc } from "aws-cdk-lib/aws-ec2";
import type { IRepository } from "aws-cdk-lib/aws-ecr";
import { FargateService, PropagatedTagSource, Secret, type ICluster } from "aws-cdk-lib/aws-ecs";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { BatchQueue } from "./batch-queue.ts";
import { readFindings } from "./read-findings.ts";
import { scalableTarget } from "./scalable-target.ts";
import { suppress } from "./suppress.ts";
import { Task } from "./task.ts";

export interface BatchWorkersProps {
  readonly vpc: IVpc;
  readonly cluster: ICluster;
  readonly repository: IRepository;
  readonly imageDigest: string;
  readonly models: IBucket;
  readonly key: IKey;
  readonly queue: BatchQueue;
  readonly policy: WorkerPolicy;
  /** `text-service-production` */
  readonly prefix: string;
}

/** Workers of the batch queue: none while nothing waits, then one for so many waiting chunks. */
export class BatchWorkers extends Construct {
  readonly service: FargateService;
  readonly task: Task;
  readonly access: SecurityGroup;
  readonly waiting: Metric;

  constructor(scope: Construct, id: string, props: BatchWorkersProps) {
    super(scope, id);
    const { models, policy, queue, vpc } = props;
    this.access = new SecurityGroup(this, "Access", {
      vpc,
      description: "Workers: nobody talks to them",
      allowAllOutbound: true,
    });
    queue.access.addIngressRule(this.access, Port.tcp(6379), "from the workers");
    this.task = new Task(this, "Task", {
      ...props,
      cpu: 2048,
      memoryMiB: 4096,
      command: ["worker", "--model", "sentiment", "--concurrency", "2"],
      environment: { NODE_ENV: "production", REGISTRY: `s3://${models.bucketName}/models` },
      container: { secrets: { REDIS_URL: Secret.fromSecretsManager(queue.url) } },
    });
    models.grantRead(this.task.definition.taskRole, "models/*");
    suppress(
      this.task.definition.taskRole,
      "Reads every model of the registry, and writes none.",
      ...readFindings(models),
    );
    this.service = new FargateService(this, "Service", {
      cluster: props.cluster,
      taskDefinition: this.task.definition,
      assignPublicIp: false,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [this.access],
      minHealthyPercent: 0,
      maxHealthyPercent: 200,
      propagateTags: PropagatedTagSource.SERVICE,
      circuitBreaker: { rollback: true },
    });
    this.waiting = new Metric({
      namespace: props.prefix,
      metricName: "WaitingChunks",
      statistic: "Maximum",
      period: Duration.minutes(1),
    });
    const tasks = this.service.autoScaleTaskCount({
      minCapacity: policy.minWorkers,
      maxCapacity: policy.maxWorkers,
    });
    // From none a ratio leads nowhere: the first worker comes by a step, the others by the backlog of each.
    tasks.scaleOnMetric("First", {
      metric: this.waiting,
      adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
      scalingSteps: [
        { upper: 0, change: -1 },
        { lower: 1, change: 1 },
      ],
      cooldown: Duration.minutes(3),
    });
    const target = scalableTarget(tasks);
    new CfnScalingPolicy(this, "Backlog", {
      policyName: `${props.prefix}-backlog`,
      policyType: "TargetTrackingScaling",
      scalingTargetId: target.scalableTargetId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: policy.chunksPerWorker,
        scaleOutCooldown: 60,
        scaleInCooldown: 300,
        customizedMetricSpecification: {
          metrics: [
            {
              id: "waiting",
              returnData: false,
              metricStat: {
                stat: "Maximum",
                metric: { namespace: props.prefix, metricName: "WaitingChunks" },
              },
            },
            {
              id: "workers",
              returnData: false,
              metricStat: {
                stat: "Average",
                metric: {
                  namespace: "ECS/ContainerInsights",
                  metricName: "RunningTaskCount",
                  dimensions: [
                    { name: "ClusterName", value: props.cluster.clusterName },
                    { name: "ServiceName", value: this.service.serviceName },
                  ],
                },
              },
            },
            { id: "each", expression: "waiting / IF(workers > 1, workers, 1)", returnData: true },
          ],
        },
      },
    });
  }
}
