import { Duration } from "aws-cdk-lib";
import { SubnetType, type IVpc } from "aws-cdk-lib/aws-ec2";
import type { IRepository } from "aws-cdk-lib/aws-ecr";
import {
  AlarmBehavior,
  AlternateTarget,
  DeploymentStrategy,
  FargatePlatformVersion,
  FargateService,
  ListenerRuleConfiguration,
  PropagatedTagSource,
  type ICluster,
} from "aws-cdk-lib/aws-ecs";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { entryPoint, port } from "./image.ts";
import type { LoadBalancer } from "./load-balancer.ts";
import { readFindings } from "./read-findings.ts";
import type { RollbackAlarms } from "./rollback-alarms.ts";
import { suppress } from "./suppress.ts";
import { Task } from "./task.ts";

export interface TextServiceProps {
  readonly vpc: IVpc;
  readonly cluster: ICluster;
  readonly repository: IRepository;
  readonly imageDigest: string;
  readonly models: IBucket;
  readonly key: IKey;
  readonly loadBalancer: LoadBalancer;
  readonly alarms: RollbackAlarms;
}

/** Traffic that a new version gets first, in percent, and for how long. */
const canary = { stepPercent: 10, stepBakeTime: Duration.minutes(10) };

/** The replicas: a new version gets a tenth of the traffic, then all of it, and none once an alarm rings. */
export class TextService extends Construct {
  readonly service: FargateService;
  readonly task: Task;

  constructor(scope: Construct, id: string, props: TextServiceProps) {
    super(scope, id);
    const { loadBalancer, models } = props;
    this.task = new Task(this, "Task", {
      ...props,
      cpu: 1024,
      memoryMiB: 2048,
      command: ["serve"],
      environment: {
        NODE_ENV: "production",
        HOST: "0.0.0.0",
        PORT: String(port),
        REGISTRY: `s3://${models.bucketName}/models`,
        MODEL: "sentiment",
      },
      container: {
        portMappings: [{ containerPort: port }],
        healthCheck: {
          command: ["CMD", entryPoint[0], "/app/health.mjs"],
          interval: Duration.seconds(10),
          timeout: Duration.seconds(3),
          startPeriod: Duration.seconds(30),
        },
      },
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
      platformVersion: FargatePlatformVersion.LATEST,
      assignPublicIp: false,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [loadBalancer.replicas],
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      healthCheckGracePeriod: Duration.seconds(60),
      propagateTags: PropagatedTagSource.SERVICE,
      deploymentStrategy: DeploymentStrategy.CANARY,
      canaryConfiguration: canary,
      bakeTime: Duration.minutes(10),
      deploymentAlarms: {
        alarmNames: props.alarms.names,
        behavior: AlarmBehavior.ROLLBACK_ON_ALARM,
      },
    });
    const target = this.service.loadBalancerTarget({
      containerName: "app",
      containerPort: port,
      alternateTarget: new AlternateTarget("Alternate", {
        alternateTargetGroup: loadBalancer.green,
        productionListener: ListenerRuleConfiguration.applicationListenerRule(loadBalancer.rule),
      }),
    });
    target.attachToApplicationTargetGroup(loadBalancer.blue);
    suppress(
      this.service.node.findChild("AlternateRole"),
      "AWS's own policy for ECS to move traffic between target groups.",
      "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers]",
    );
    // ECS refuses alarms that are not there yet, and a rule that does not use the groups.
    this.service.node.addDependency(props.alarms, loadBalancer.rule);
  }
}
