import type { Json } from "../aws/template.ts";
import type { Property } from "./property.ts";

/** The repository's workflows that reach the cloud, as they are read from YAML. */
export interface Workflows {
  readonly deploy: Json;
  readonly retrain: Json;
}

interface Step {
  readonly where: string;
  readonly step: Json;
}

const all = (workflows: Workflows): [string, Json][] => Object.entries(workflows);

function jobs(workflows: Workflows): { where: string; job: Json }[] {
  return all(workflows).flatMap(([name, workflow]) =>
    Object.entries<Json>(workflow.jobs).map(([id, job]) => ({ where: `${name}/${id}`, job })),
  );
}

const steps = (workflows: Workflows): Step[] =>
  jobs(workflows).flatMap(({ where, job }) =>
    job.steps.map((step: Json, i: number) => ({ where: `${where}/${i + 1}`, step })),
  );

const writes = (permissions: Json): string[] =>
  Object.entries<string>(permissions ?? {})
    .filter(([, value]) => value === "write")
    .map(([name]) => name);

export const workflowProperties: readonly Property<Workflows>[] = [
  {
    id: "actions-pinned",
    says: "every action is named by its commit",
    faults: (workflows) =>
      steps(workflows)
        .filter(({ step }) => step.uses !== undefined && !/@[0-9a-f]{40}$/.test(step.uses))
        .map(({ where }) => where),
  },
  {
    id: "nothing-by-default",
    says: "a job has the permissions that it names, and a workflow gives none to all",
    faults: (workflows) => [
      ...all(workflows)
        .filter(([, { permissions }]) => JSON.stringify(permissions) !== "{}")
        .map(([name]) => name),
      ...jobs(workflows)
        .filter(({ job }) => job.permissions === undefined)
        .map(({ where }) => where),
    ],
  },
  {
    id: "least-permissions",
    says: "jobs may get a token for the cloud, the build may attest, and none may write to the repository",
    faults: (workflows) =>
      jobs(workflows)
        .filter(({ where, job }) => {
          const may = where === "deploy/build" ? ["id-token", "attestations"] : ["id-token"];
          return (
            typeof job.permissions !== "object" ||
            writes(job.permissions).some((name) => !may.includes(name))
          );
        })
        .map(({ where }) => where),
  },
  {
    id: "token-behind-environment",
    says: "who gets a token for the cloud is in an environment that can ask for approval",
    faults: (workflows) =>
      jobs(workflows)
        .filter(({ job }) => writes(job.permissions).includes("id-token") && !job.environment)
        .map(({ where }) => where),
  },
  {
    id: "timeouts",
    says: "every job ends",
    faults: (workflows) =>
      jobs(workflows)
        .filter(({ job }) => !(job["timeout-minutes"] > 0 && job["timeout-minutes"] <= 180))
        .map(({ where }) => where),
  },
  {
    id: "one-at-a-time",
    says: "two runs never deploy or promote at once, and none is cut off in the middle",
    faults: (workflows) =>
      all(workflows)
        .filter(
          ([, { concurrency }]) =>
            !concurrency?.group || concurrency["cancel-in-progress"] !== false,
        )
        .map(([name]) => name),
  },
  {
    id: "no-foreign-code",
    says: "nothing runs for a pull request, least of all with our permissions",
    faults: (workflows) =>
      all(workflows)
        .filter(([, workflow]) =>
          Object.keys(workflow.on).some((event) => /pull_request|workflow_run|issue/.test(event)),
        )
        .map(([name]) => name),
  },
  {
    id: "no-stored-keys",
    says: "no workflow uses a stored key",
    faults: (workflows) =>
      all(workflows)
        .filter(([, workflow]) => /secrets\.|AWS_SECRET|access-key/i.test(JSON.stringify(workflow)))
        .map(([name]) => name),
  },
  {
    id: "no-injection",
    says: "no command holds an expression: values come by the environment",
    faults: (workflows) =>
      steps(workflows)
        .filter(({ step }) => /\$\{\{/.test(step.run ?? ""))
        .map(({ where }) => where),
  },
  {
    id: "no-credentials-left",
    says: "no checkout leaves GitHub's token behind",
    faults: (workflows) =>
      steps(workflows)
        .filter(
          ({ step }) =>
            step.uses?.startsWith("actions/checkout@") &&
            step.with?.["persist-credentials"] !== false,
        )
        .map(({ where }) => where),
  },
  {
    id: "built-once",
    says: "the image is built in one job, and what is deployed is its digest",
    faults: ({ deploy }) => {
      const builds = Object.entries<Json>(deploy.jobs).filter(([, job]) =>
        JSON.stringify(job.steps).includes("pipeline -- image"),
      );
      const elsewhere = ["staging", "production"].filter(
        (id) =>
          deploy.jobs[id]?.env?.IMAGE_DIGEST !== "${{ needs.build.outputs.digest }}" ||
          !deploy.jobs[id].needs.includes("build"),
      );
      return [...(builds.length === 1 ? [] : [`built in ${builds.length} jobs`]), ...elsewhere];
    },
  },
  {
    id: "provenance",
    says: "the image's origin is attested, for the digest that was built",
    faults: ({ deploy }) => {
      const attest = deploy.jobs.build.steps.find((step: Json) =>
        /attest-build-provenance/.test(step.uses ?? ""),
      );
      return attest?.with["subject-digest"] === "${{ steps.image.outputs.digest }}"
        ? []
        : ["deploy/build"];
    },
  },
  {
    id: "order",
    says: "tests before the build, the build before staging, staging and its gates before production",
    faults: ({ deploy: { jobs } }) => {
      const needs = (id: string): string[] => [jobs[id]?.needs ?? []].flat();
      const runs = (id: string) => JSON.stringify(jobs[id]?.steps ?? []);
      return [
        needs("build").includes("test") ? "" : "build without test",
        needs("staging").includes("build") ? "" : "staging without build",
        needs("production").includes("staging") ? "" : "production without staging",
        runs("test").includes("npm test") ? "" : "nothing is tested",
        /pipeline -- conformance.*pipeline -- load/.test(runs("staging"))
          ? ""
          : "staging without its gates",
      ].filter(Boolean);
    },
  },
  {
    id: "token-lasts",
    says: "a token for the cloud lasts as long as its job may run",
    faults: (workflows) =>
      jobs(workflows)
        .filter(({ job }) =>
          job.steps.some(
            (step: Json) =>
              step.uses?.startsWith("aws-actions/configure-aws-credentials@") &&
              (step.with["role-duration-seconds"] ?? 3600) < 60 * job["timeout-minutes"],
          ),
        )
        .map(({ where }) => where),
  },
  {
    id: "no-way-round",
    says: "no failure is ignored, and no job runs although one before it failed",
    faults: (workflows) => [
      ...jobs(workflows)
        .filter(
          ({ job }) => /always\(\)|failure\(\)/.test(job.if ?? "") || job["continue-on-error"],
        )
        .map(({ where }) => where),
      ...steps(workflows)
        .filter(
          ({ step }) => step["continue-on-error"] || /\|\| *true|set \+e/.test(step.run ?? ""),
        )
        .map(({ where }) => where),
    ],
  },
  {
    id: "retrain-through-gate",
    says: "retraining registers by the stage that holds the gate, and by no other way",
    faults: ({ retrain }) => {
      const runs = JSON.stringify(retrain.jobs);
      return runs.includes("pipeline -- retrain") && !/registry (?:push|promote)/.test(runs)
        ? []
        : ["retrain"];
    },
  },
];
