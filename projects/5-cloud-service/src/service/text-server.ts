import {
  createServer,
  documentation,
  serverOptions,
  TensorCache,
  type Inference,
  type Model,
  type ModelServer,
} from "@ml-roadmap/model-server";
import { DriftMonitor } from "../drift/monitor.ts";
import { observationsOf } from "../drift/observation.ts";
import { readReference } from "../drift/reference.ts";
import { startTextModel, type StartOptions } from "../model/start-text-model.ts";
import { addTextPage } from "../page/add-text-page.ts";
import { openStore } from "../registry/open-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { Shadow } from "../traffic/shadow.ts";
import { addClassifyRoute } from "./classify-route.ts";
import { ModelKeeper, readWanted } from "./model-keeper.ts";
import { ServiceMetrics } from "./service-metrics.ts";
import type { TextConfig } from "./settings.ts";
import { textApi } from "./text-api.ts";

/**
 * The text service as the settings say; loads the models, does not listen yet.
 *
 * @param defaultFolder served where there is neither a registry nor MODEL_DIR
 * @param startModel gets a folder's model ready; in threads by default
 */
export async function textServer(
  config: TextConfig,
  defaultFolder: string,
  startModel: (options: StartOptions) => Promise<Model> = startTextModel,
): Promise<ModelServer> {
  let polling: NodeJS.Timeout | undefined;
  const watchers: ((inference: Inference) => void)[] = [];
  const server = await createServer({
    ...serverOptions({ ...config, REPOSITORY_API: false }),
    ...(config.CACHE_MB > 0 && { cache: new TensorCache({ maxBytes: config.CACHE_MB * 2 ** 20 }) }),
    onInference: (inference) => {
      for (const watch of watchers) watch(inference);
    },
    routes: [
      addClassifyRoute,
      documentation(textApi),
      addTextPage,
      ({ app }) => app.addHook("onClose", () => clearInterval(polling)),
    ],
  });
  const { app, registry: served, context } = server;
  /** By name and version of the model. */
  const monitors = new Map<string, DriftMonitor>();
  const monitorOf = (name: string, version: string) => monitors.get(`${name} ${version}`);
  const metrics = new ServiceMetrics(context.metrics.registry, function* () {
    for (const name of new Set(served.all.map(({ model }) => model.name))) {
      const { model } = served.get(name);
      yield [name, monitorOf(name, model.version)?.drift()];
    }
  });
  watchers.push(({ model, outputs }) => {
    const observations = observationsOf(outputs);
    for (const { label } of observations) {
      metrics.predictions.inc({ model: model.name, version: model.version, label });
    }
    monitorOf(model.name, model.version)?.add(observations);
  });

  const start = async (
    folder: string,
    name: string,
    version: string,
    parameters: Record<string, unknown>,
  ) => {
    // Versions come and go while the service runs; what was seen of those that are gone goes, too.
    for (const key of monitors.keys()) {
      const [known, before] = key.split(" ");
      if (!served.versions(known).includes(before)) monitors.delete(key);
    }
    const reference = await readReference(folder);
    if (reference) {
      const monitor = new DriftMonitor(reference, { window: config.DRIFT_WINDOW });
      monitors.set(`${name} ${version}`, monitor);
    }
    return startModel({
      folder,
      name,
      version,
      precision: config.PRECISION,
      maxBatchSize: config.MAX_BATCH_SIZE,
      workers: config.MODEL_THREADS,
      parameters,
      onFault: (error) => app.log.error(error, "a model's thread ended"),
    });
  };

  if (config.REGISTRY === "") {
    const [{ name }] = config.MODEL.map(readWanted);
    await served.add(await start(config.MODEL_DIR || defaultFolder, name, "0", {}));
    return server;
  }
  const registry = new ModelRegistry(await openStore(config.REGISTRY, config.S3_ENDPOINT));
  const fetchAndStart = async (name: string, version: string) => {
    const { folder, digest, manifest } = await registry.fetch(name, version, config.MODEL_CACHE);
    return start(folder, name, version, { digest, metrics: manifest.metrics });
  };
  const fails = (name: string, version: string, error: unknown) => {
    app.log.error({ model: name, version, err: error }, "cannot be served");
    metrics.updates.inc({ model: name, result: "failed" });
    metrics.failed.set(name, version, 1);
  };
  const keeper = new ModelKeeper(registry, served, fetchAndStart, {
    serves: ({ name, version }, number) => {
      app.log.info({ model: name, version, promotion: number }, "serves");
      metrics.updates.inc({ model: name, result: "served" });
      if (number > 0) metrics.promotion.set(name, version, number);
    },
    settled: (name, version, number) => {
      metrics.promotion.set(name, version, number);
      metrics.failed.clear(name);
    },
    fails,
  });
  await keeper.open(config.MODEL.map(readWanted));
  const { name, version } = readWanted(config.SHADOW);
  if (version !== undefined) {
    try {
      await keeper.open([{ name, version }]);
      const shadow = new Shadow(served, { name, version, share: config.SHADOW_PERCENT }, metrics);
      watchers.push((inference) => shadow.observe(inference));
    } catch (error) {
      // A shadow answers nobody, so nobody is to go without an answer for its sake.
      fails(name, version, error);
    }
  }
  polling = setInterval(() => {
    keeper.poll().catch((error: unknown) => app.log.error(error, "the registry cannot be read"));
  }, config.MODEL_POLL_MS);
  return server;
}
