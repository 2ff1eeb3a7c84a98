import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../problem.ts";
import { readRequest } from "../protocol/read-request.ts";
import type { ModelMetadata, ServerMetadata } from "../protocol/schemas.ts";
import { writeResponse } from "../protocol/write-response.ts";
import type { Served } from "../repository/registry.ts";
import type { ServerContext } from "../server/context.ts";
import { BINARY_HEADER } from "../tensors/binary.ts";

interface ModelRoute {
  Params: { name: string; version?: string };
}

type ModelRequest = FastifyRequest<ModelRoute>;

export const SERVER_NAME = "ml-roadmap-model-server";
export const SERVER_VERSION = "0.1.0";

/** The Open Inference Protocol V2 over REST, with the binary tensor extension. */
export function addOpenInferenceRoutes(context: ServerContext): void {
  const { app, registry, repository, ready, infer } = context;
  const served = ({ params: { name, version } }: ModelRequest): Served =>
    registry.get(name, version);

  app.get("/v2", (): ServerMetadata => ({
    name: SERVER_NAME,
    version: SERVER_VERSION,
    extensions: ["binary_tensor_data", ...(repository ? ["model_repository"] : [])],
  }));
  app.get("/v2/health/live", () => ({ live: true }));
  app.get("/v2/health/ready", (_, reply) => {
    if (ready()) return { ready: true };
    return reply.code(503).header("retry-after", 1).send({ ready: false });
  });

  for (const path of ["/v2/models/:name", "/v2/models/:name/versions/:version"]) {
    app.get<ModelRoute>(path, (request) => metadata(served(request)));
    app.get<ModelRoute>(`${path}/ready`, (request, reply) => {
      const { model } = served(request);
      const isReady = ready() && (model.ready?.() ?? true);
      // Clients of the protocol look at the status.
      if (!isReady) reply.code(503).header("retry-after", 1);
      return reply.send({ name: model.name, ready: isReady });
    });
    app.post<ModelRoute>(`${path}/infer`, (request, reply) => predict(request, reply));
  }

  function metadata({ model }: Served): ModelMetadata {
    return {
      name: model.name,
      versions: registry.versions(model.name),
      platform: model.platform,
      inputs: model.inputs.map((spec) => ({ ...spec, shape: [...spec.shape] })),
      outputs: model.outputs.map((spec) => ({ ...spec, shape: [...spec.shape] })),
      ...(model.parameters && { parameters: { ...model.parameters } }),
    };
  }

  async function predict(request: ModelRequest, reply: FastifyReply) {
    const chosen = served(request);
    const header = request.headers[BINARY_HEADER];
    if (Array.isArray(header)) throw new Problem(400, `${BINARY_HEADER} is there twice`);
    const read = readRequest(chosen.model, request.body, header);
    const results = await infer(chosen, read.inputs, reply);
    const { json, binary } = writeResponse(chosen.model, read, results);
    if (binary.length === 0) {
      return reply.type("application/json; charset=utf-8").send(JSON.stringify(json));
    }
    const head = Buffer.from(JSON.stringify(json));
    return reply
      .type("application/octet-stream")
      .header("Inference-Header-Content-Length", head.length)
      .send(Buffer.concat([head, ...binary]));
  }
}
