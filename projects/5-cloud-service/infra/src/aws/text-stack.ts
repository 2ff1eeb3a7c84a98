import {
  scalingPolicies,
  workerPolicies,
  type EnvironmentName,
} from "@ml-roadmap/cloud-service/delivery";
import { CfnOutput, RemovalPolicy, Stack, Tags, type StackProps } from "aws-cdk-lib";
import { Repository } from "aws-cdk-lib/aws-ecr";
import { Cluster, ContainerInsights } from "aws-cdk-lib/aws-ecs";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { AlarmTopic } from "./alarm-topic.ts";
import { Autoscaling } from "./autoscaling.ts";
import { BatchQueue } from "./batch-queue.ts";
import { BatchWorkers } from "./batch-workers.ts";
import { Budget } from "./budget.ts";
import { BurnRateAlarms } from "./burn-rate-alarms.ts";
import { ServiceDashboard } from "./dashboard.ts";
import { DeployRole } from "./deploy-role.ts";
import { EncryptionKey } from "./encryption-key.ts";
import { imageName } from "./image.ts";
import { LoadBalancer } from "./load-balancer.ts";
import { prefixOf } from "./names.ts";
import { Network } from "./network.ts";
import { LogBucket, ModelBucket } from "./private-bucket.ts";
import { QueueDepth } from "./queue-depth.ts";
import { RetrainRole } from "./retrain-role.ts";
import { RollbackAlarms } from "./rollback-alarms.ts";
import { TextService } from "./text-service.ts";
import { WebFirewall } from "./web-firewall.ts";

export interface TextStackProps extends StackProps {
  readonly settings: Settings;
  readonly environment: EnvironmentName;
  readonly firewall: boolean;
}

/** One environment, whole: what is in staging is in production, only smaller and easier to throw away. */
export class TextStack extends Stack {
  readonly #zones: readonly string[];

  constructor(scope: Construct, id: string, props: TextStackProps) {
    super(scope, id, props);
    const { settings, environment } = props;
    const { repository, imageDigest, email } = settings;
    this.#zones = settings.availabilityZones;
    const prefix = prefixOf(environment);
    const lasting = environment === "production";
    const removalPolicy = lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    Tags.of(this).add("service", prefix);

    const key = new EncryptionKey(this, "Key", prefix, removalPolicy);
    const { vpc } = new Network(this, "Network", {
      availabilityZones: settings.availabilityZones,
      natGateways: lasting ? settings.availabilityZones.length : 1,
      key,
    });
    const logs = new LogBucket(this, "Logs", removalPolicy);
    const models = new ModelBucket(this, "Models", { key, logs, removalPolicy });
    const topic = new AlarmTopic(this, "Alarms", { key, email });
    const images = Repository.fromRepositoryName(this, "Images", imageName);
    const cluster = new Cluster(this, "Cluster", {
      vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    const shared = { vpc, cluster, repository: images, imageDigest, models, key, prefix };

    const loadBalancer = new LoadBalancer(this, "LoadBalancer", {
      vpc,
      certificate: settings.certificates[environment],
      logs,
      deletionProtection: lasting,
    });
    const alarms = new RollbackAlarms(this, "Rollback", { prefix, loadBalancer, topic });
    const service = new TextService(this, "Text", { ...shared, loadBalancer, alarms });
    new Autoscaling(this, "Scaling", {
      service: service.service,
      loadBalancer,
      policy: scalingPolicies[environment],
    });

    const queue = new BatchQueue(this, "Queue", { vpc, key, snapshots: lasting ? 7 : 0 });
    const workers = new BatchWorkers(this, "Workers", {
      ...shared,
      queue,
      policy: workerPolicies[environment],
    });
    new QueueDepth(this, "QueueDepth", { ...shared, queue, workers });

    const burn = new BurnRateAlarms(this, "BurnRate", { prefix, loadBalancer, topic });
    new ServiceDashboard(this, "Dashboard", { name: prefix, loadBalancer, service, workers, burn });
    new Budget(this, "Budget", {
      name: prefix,
      dollars: settings.monthlyBudget[environment],
      email,
    });
    if (props.firewall) new WebFirewall(this, "Firewall", { name: prefix, loadBalancer });
    new DeployRole(this, "Deploy", { repository, environment });
    new RetrainRole(this, "Retrain", { repository, environment, models, key });

    new CfnOutput(this, "Address", { value: loadBalancer.balancer.loadBalancerDnsName });
    new CfnOutput(this, "Registry", { value: `s3://${models.bucketName}/models` });
  }

  /** As set: without an account at hand CDK would make some up. */
  override get availabilityZones(): string[] {
    return [...this.#zones];
  }
}
