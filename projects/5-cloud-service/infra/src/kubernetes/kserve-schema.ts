type Check = (value: unknown) => string | undefined;
type Fields = Record<string, unknown>;

const whole =
  (least: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least
      ? undefined
      : `expected a whole number from ${least}`;

/**
 * What KServe's v1beta1 adds to the pod of a predictor (its ComponentExtensionSpec), as far as plain Deployments heed
 * it. No package has the schema of an InferenceService.
 */
const extension: Readonly<Record<string, Check>> = {
  minReplicas: whole(0),
  maxReplicas: whole(0),
  scaleTarget: whole(1),
  scaleMetric: (value) =>
    value === "cpu" || value === "memory" ? undefined : "expected cpu or memory",
  timeout: whole(1),
};

/** A part of an InferenceService as the Deployment that KServe makes from it, and what is wrong besides. */
export function deploymentOf({ spec, ...others }: { kind: string; spec?: Fields }): {
  deployment: { apiVersion: string; kind: string };
  faults: string[];
} {
  const { predictor, ...besides }: Fields = spec ?? {};
  const { labels, annotations, deploymentStrategy, ...fields }: Fields = Object.assign(
    {},
    predictor,
  );
  const [own, pod] = [true, false].map((isOwn) =>
    Object.entries(fields).filter(([name]) => Object.hasOwn(extension, name) === isOwn),
  );
  const faults = own.flatMap(([name, value]) => {
    const fault = extension[name](value);
    return fault === undefined ? [] : [`/spec/predictor/${name}: ${fault}`];
  });
  if (Number(fields.minReplicas) > Number(fields.maxReplicas)) {
    faults.push("/spec/predictor/minReplicas: more than maxReplicas");
  }
  for (const name of Object.keys(besides))
    faults.push(`/spec/${name}: the schema has no such field`);
  const deployment = {
    ...others,
    apiVersion: "apps/v1",
    kind: "Deployment",
    spec: {
      selector: {},
      template: {
        metadata: {
          ...(labels !== undefined && { labels }),
          ...(annotations !== undefined && { annotations }),
        },
        spec: Object.fromEntries(pod),
      },
      ...(deploymentStrategy !== undefined && { strategy: deploymentStrategy }),
    },
  };
  return { deployment, faults };
}

/** Where a Deployment's fault is in the InferenceService that it was made from. */
export function inPredictor(fault: string): string {
  return fault
    .replace("/spec/strategy", "/spec/predictor/deploymentStrategy")
    .replace("/spec/template/metadata", "/spec/predictor")
    .replace("/spec/template/spec", "/spec/predictor");
}
