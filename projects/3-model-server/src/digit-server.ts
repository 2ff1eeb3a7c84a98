import type { Config } from "./config/settings.ts";
import { digitsApi } from "./documentation/digits-api.ts";
import { serverOptions } from "./lifecycle/server-options.ts";
import { placeImageModel } from "./repository/place-image-model.ts";
import type { Registry } from "./repository/registry.ts";
import { Repository } from "./repository/repository.ts";
import { addDigitRoutes } from "./routes/digits.ts";
import { documentation } from "./routes/documentation.ts";
import { addPage } from "./routes/page.ts";
import { createServer, type ModelServer } from "./server/create-server.ts";

/** The digit server as the settings say; loads the models, does not listen yet. */
export async function digitServer(config: Config, modelFolder: string): Promise<ModelServer> {
  const load = (folder: string) =>
    placeImageModel(folder, {
      maxBatchSize: config.MAX_BATCH_SIZE,
      threads: config.INFERENCE_THREADS,
      processes: config.WORKERS,
      onFault: (error) => server.app.log.error(error, "a thread that computes failed"),
    });
  const repository = (registry: Registry) => new Repository(modelFolder, load, registry);
  const server = await createServer({
    ...serverOptions(config),
    routes: [addDigitRoutes, documentation(digitsApi), addPage],
    ...(config.REPOSITORY_API && { repository }),
  });
  const { app, registry, context } = server;
  await (context.repository ?? repository(registry)).open((folder, reason) =>
    app.log.error({ folder }, reason),
  );
  return server;
}
