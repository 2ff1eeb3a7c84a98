import { serveModel } from "../threads/serve-model.ts";
import { loadImageModel } from "./load-image-model.ts";

export interface ImageWorkerData {
  folder: string;
  maxBatchSize: number;
}

await serveModel<ImageWorkerData>(({ folder, maxBatchSize }) =>
  loadImageModel(folder, { maxBatchSize }),
);
