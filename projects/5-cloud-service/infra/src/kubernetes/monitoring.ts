import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import type { IServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor";
import { burnRateAlarms, serviceLevel } from "@ml-roadmap/cloud-service/delivery";
import { labelsOf, namespace } from "./labels.ts";

export function serviceMonitor(): IServiceMonitor {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: { name: "text-service", namespace, labels: labelsOf("stable") },
    spec: {
      selector: {
        matchLabels: { "app.kubernetes.io/name": "text-service" },
        // KServe makes a Service of its own with the same labels: its pods would be read twice.
        matchExpressions: [{ key: "serving.kserve.io/inferenceservice", operator: "DoesNotExist" }],
      },
      endpoints: [
        {
          port: "http",
          path: "/metrics",
          interval: "15s",
          // `track` tells the canary from the others, in every metric.
          relabelings: [
            {
              action: "replace",
              sourceLabels: ["__meta_kubernetes_service_label_app_kubernetes_io_component"],
              targetLabel: "track",
            },
          ],
        },
      ],
    },
  };
}

/** `5m`, `6h`: a duration as Prometheus writes it. */
const duration = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`);

/** Predictions only: probes and scrapes are requests too, and always good. */
const predictions = `namespace="${namespace}",method="POST"`;

const errors = (over: string) =>
  `sum(rate(http_requests_total{${predictions},status=~"5.."}[${over}])) / sum(rate(http_requests_total{${predictions}}[${over}]))`;

/** The same burn rates as on AWS, in Prometheus' words. */
export function burnRateRules(): IPrometheusRule {
  const { availability, days, p99Seconds } = serviceLevel;
  const burn = burnRateAlarms(availability).map(
    ({ severity, longMinutes, shortMinutes, errorRatio, burnRate }) => ({
      alert: `TextServiceBudgetBurn${duration(longMinutes)}`,
      expr: [longMinutes, shortMinutes]
        .map((minutes) => `(${errors(duration(minutes))} > ${errorRatio.toFixed(6)})`)
        .join(" and "),
      labels: { severity },
      annotations: {
        summary: `The error budget of ${days} days goes ${burnRate.toFixed(1)} times too fast`,
      },
    }),
  );
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: "text-service", namespace, labels: labelsOf("stable") },
    spec: {
      groups: [
        {
          name: "text-service",
          rules: [
            ...burn,
            {
              alert: "TextServiceSlow",
              expr: `histogram_quantile(0.99, sum by (le, track) (rate(http_request_duration_seconds_bucket{namespace="${namespace}",route=~"/v1/classify|/v2/models/.*/infer"}[5m]))) > ${p99Seconds}`,
              for: "5m",
              labels: { severity: "page" },
              annotations: { summary: "p99 is above what is promised" },
            },
          ],
        },
      ],
    },
  };
}
