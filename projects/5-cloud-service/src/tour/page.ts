import { histogram, report } from "@ml-roadmap/charts";
import type { Life } from "./life.ts";

/** The value that a share `q` of sorted values is below. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

/** The run's page: what each station of a model's life had to say. */
export function tourPage(title: string, subtitle: string, life: Life): string {
  const { checks, version, digest, milliseconds, broken } = life;
  const accepted = checks.every(({ passes }) => passes);
  const shown = milliseconds.slice(0, Math.floor(0.99 * milliseconds.length));
  return report({
    title,
    subtitle,
    sections: [
      {
        title: "Gate",
        body: `Before a model serves it must pass every check on a fixed set of ${life.examples} texts. This one was ${accepted ? "accepted" : "refused"}.`,
        tables: [
          {
            columns: [{ label: "check" }, { label: "verdict" }, { label: "found" }],
            rows: checks.map(({ name, passes, detail }) => [
              name,
              passes ? "ok" : "refused",
              detail,
            ]),
          },
        ],
      },
      {
        title: "Registry",
        body: `It was registered as version ${version} and promoted. The digest ${digest} stands for every byte of it; a service loads nothing that has another one.`,
      },
      {
        title: "Service",
        body: `Ready after ${life.startSeconds.toFixed(1)} s. ${milliseconds.length} texts were classified one after the other, by a client in the same process; ${(100 * life.right).toFixed(1)}% of them rightly.`,
        figures: [
          {
            title: "Time of a prediction",
            svg: histogram({
              series: [{ name: "predictions", values: shown }],
              x: { label: "milliseconds" },
            }),
            caption: "The slowest hundredth is left out of the picture.",
            table: {
              columns: [{ label: "share" }, { label: "ms", align: "right" }],
              rows: [0.1, 0.5, 0.9, 0.99].map((q) => [
                `${100 * q}%`,
                quantile(milliseconds, q).toFixed(2),
              ]),
            },
          },
        ],
      },
      {
        title: "A bad successor",
        body: `Then a version was promoted whose weights were cut off. The service tried it, kept version ${broken.serves} and told Prometheus; of ${broken.requests} requests meanwhile ${broken.failed} failed. The promotion was rolled back.`,
      },
      {
        title: "Batch",
        body: `The same texts as a file: ${life.textsPerSecond.toFixed(0)} texts a second, on one thread.`,
      },
    ],
  });
}
