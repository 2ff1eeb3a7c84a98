import type { Json } from "../aws/template.ts";
import type { Mutation } from "../properties/property.ts";
import type { Workflows } from "../properties/workflow.ts";

const production = ({ deploy }: Workflows): Json => deploy.jobs.production;

export const workflowMutations: readonly Mutation<Workflows>[] = [
  {
    property: "actions-pinned",
    name: "an action by its tag",
    apply: (workflows) => {
      production(workflows).steps[0].uses = "actions/checkout@v4";
    },
  },
  {
    property: "nothing-by-default",
    name: "read everything by default",
    apply: ({ retrain }) => {
      retrain.permissions = "read-all";
    },
  },
  {
    property: "nothing-by-default",
    name: "a job that takes what there is",
    apply: ({ deploy }) => {
      delete deploy.jobs.test.permissions;
    },
  },
  {
    property: "least-permissions",
    name: "deploying may write to the repository",
    apply: (workflows) => {
      production(workflows).permissions.contents = "write";
    },
  },
  {
    property: "least-permissions",
    name: "everything",
    apply: ({ retrain }) => {
      retrain.jobs.retrain.permissions = "write-all";
    },
  },
  {
    property: "token-behind-environment",
    name: "production without its environment",
    apply: (workflows) => {
      delete production(workflows).environment;
    },
  },
  {
    property: "timeouts",
    name: "six hours by default",
    apply: ({ deploy }) => {
      delete deploy.jobs.staging["timeout-minutes"];
    },
  },
  {
    property: "one-at-a-time",
    name: "a newer commit cuts a deployment off",
    apply: ({ deploy }) => {
      deploy.concurrency["cancel-in-progress"] = true;
    },
  },
  {
    property: "one-at-a-time",
    name: "two trainings at once",
    apply: ({ retrain }) => {
      delete retrain.concurrency;
    },
  },
  {
    property: "no-foreign-code",
    name: "pull requests with our permissions",
    apply: ({ deploy }) => {
      deploy.on.pull_request_target = {};
    },
  },
  {
    property: "no-stored-keys",
    name: "a stored key",
    apply: (workflows) => {
      production(workflows).steps[2].with["aws-access-key-id"] = "${{ secrets.AWS_ACCESS_KEY_ID }}";
    },
  },
  {
    property: "no-injection",
    name: "an input as part of a command",
    apply: ({ retrain }) => {
      retrain.jobs.retrain.steps.at(-1).run =
        "npm run pipeline -- retrain --data ${{ inputs.data }}";
    },
  },
  {
    property: "no-credentials-left",
    name: "a checkout that leaves the token",
    apply: (workflows) => {
      delete production(workflows).steps[0].with;
    },
  },
  {
    property: "built-once",
    name: "production builds anew",
    apply: (workflows) => {
      production(workflows).steps.push({ run: "npm run pipeline -- image" });
    },
  },
  {
    property: "built-once",
    name: "a tag is deployed",
    apply: (workflows) => {
      production(workflows).env.IMAGE_DIGEST = "latest";
    },
  },
  {
    property: "provenance",
    name: "nothing attested",
    apply: ({ deploy }) => {
      deploy.jobs.build.steps.pop();
    },
  },
  {
    property: "order",
    name: "production beside staging",
    apply: (workflows) => {
      production(workflows).needs = ["build"];
    },
  },
  {
    property: "order",
    name: "staging without the load gate",
    apply: ({ deploy }) => {
      deploy.jobs.staging.steps.pop();
    },
  },
  {
    property: "no-way-round",
    name: "production whatever staging says",
    apply: (workflows) => {
      production(workflows).if = "always()";
    },
  },
  {
    property: "no-way-round",
    name: "a failing gate ignored",
    apply: ({ deploy }) => {
      deploy.jobs.staging.steps.at(-1)["continue-on-error"] = true;
    },
  },
  {
    property: "token-lasts",
    name: "a training longer than its token",
    apply: ({ retrain }) => {
      retrain.jobs.retrain["timeout-minutes"] = 300;
    },
  },
  {
    property: "retrain-through-gate",
    name: "promoted without the gate",
    apply: ({ retrain }) => {
      retrain.jobs.retrain.steps.at(-1).run = "npx text-service registry promote sentiment:9";
    },
  },
];
