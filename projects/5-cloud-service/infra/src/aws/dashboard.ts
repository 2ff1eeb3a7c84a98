import { serviceLevel } from "@ml-roadmap/cloud-service/delivery";
import { Duration } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { BatchWorkers } from "./batch-workers.ts";
import type { BurnRateAlarms } from "./burn-rate-alarms.ts";
import type { LoadBalancer } from "./load-balancer.ts";
import { groupErrors, groupLatency, serviceErrors } from "./service-metrics.ts";
import type { TextService } from "./text-service.ts";

/** One page: is the promise kept, which of both versions breaks it, is there room, does work pile up. */
export class ServiceDashboard extends Dashboard {
  constructor(
    scope: Construct,
    id: string,
    props: {
      name: string;
      loadBalancer: LoadBalancer;
      service: TextService;
      workers: BatchWorkers;
      burn: BurnRateAlarms;
    },
  ) {
    const minute = Duration.minutes(1);
    const { loadBalancer, service, workers, burn } = props;
    const { balancer, blue, green } = loadBalancer;
    const graph = (title: string, left: IMetric[], limit?: number) =>
      new GraphWidget({
        title,
        width: 12,
        left,
        ...(limit !== undefined && { leftAnnotations: [{ value: limit, label: "promised" }] }),
      });
    super(scope, id, {
      dashboardName: props.name,
      widgets: [
        [new AlarmStatusWidget({ title: "Error budget", width: 24, alarms: burn.alarms })],
        [
          graph(
            "Failed requests",
            [serviceErrors(loadBalancer, minute)],
            1 - serviceLevel.availability,
          ),
          graph(
            "p99 (s)",
            [groupLatency(blue, minute), groupLatency(green, minute)],
            serviceLevel.p99Seconds,
          ),
        ],
        [
          graph("Failed, by version", [groupErrors(blue, minute), groupErrors(green, minute)]),
          graph("Requests", [balancer.metrics.requestCount({ period: minute })]),
        ],
        [
          graph("Processor use (%)", [service.service.metricCpuUtilization({ period: minute })]),
          graph("Replicas that are well", [
            blue.metrics.healthyHostCount({ period: minute }),
            green.metrics.healthyHostCount({ period: minute }),
          ]),
        ],
        [graph("Chunks that wait", [workers.waiting])],
      ],
    });
  }
}
