import { z } from "zod";

const alerts = z.object({
  data: z.object({
    alerts: z.array(
      z.object({
        state: z.string(),
        labels: z.record(z.string(), z.string()),
      }),
    ),
  }),
});

/** Names of the alerts that Prometheus fires and that have all of these labels. */
export async function firingAlerts(
  url: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const answer = await fetch(new URL("/api/v1/alerts", url), {
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`prometheus: ${answer.status}`);
  const { data } = alerts.parse(await answer.json());
  return data.alerts
    .filter(
      (alert) =>
        alert.state === "firing" &&
        Object.entries(labels).every(([name, value]) => alert.labels[name] === value),
    )
    .map((alert) => alert.labels["alertname"]);
}
