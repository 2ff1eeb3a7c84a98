import { serveModel } from "@ml-roadmap/model-server/worker";
import { loadTextModel } from "./text-model.ts";

// The thread in which a text model computes; see start-text-model.ts.
await serveModel(loadTextModel);
