import { z } from "zod";
import * as schemas from "../protocol/schemas.ts";
import { digitRequest, digitResponse } from "../routes/digits.ts";
import { SERVER_NAME, SERVER_VERSION } from "../routes/open-inference.ts";

/** The parts of an OpenAPI 3.1 document that we write and show. */
export interface OpenApi {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  paths: Record<string, Partial<Record<"get" | "post", Operation>>>;
  components: {
    schemas: Record<string, object>;
    securitySchemes: Record<string, object>;
  };
  security: Record<string, string[]>[];
}

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: object[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

const components = {
  ServerMetadata: schemas.serverMetadata,
  ModelMetadata: schemas.modelMetadata,
  InferRequest: schemas.inferRequest,
  InferResponse: schemas.inferResponse,
  Problem: schemas.problem,
  DigitRequest: digitRequest,
  DigitResponse: digitResponse,
};

const reference = (name: keyof typeof components) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ "application/json": { schema } });
const bytes = { schema: { type: "string", format: "binary" } };

const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: meanings[status],
        content: { "application/problem+json": { schema: reference("Problem") } },
      },
    ]),
  );

const meanings: Record<number, string> = {
  400: "the request cannot be understood; the detail says why",
  401: "the server wants an API key",
  404: "no such model or version is loaded",
  413: "the body is too large",
  415: "this kind of body is not read here",
  422: "the image or model cannot be used",
  429: "too many requests; Retry-After says when to come again",
  503: "the server is overloaded or ending; Retry-After says when to come again",
};

const WORK = [400, 401, 413, 415, 429, 503];

const ok = (description: string, schema?: object) => ({
  "200": { description, ...(schema && { content: json(schema) }) },
});

const pathParameter = (name: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string" },
});

function modelPaths(prefix: string, suffix: string, parameters: object[]): OpenApi["paths"] {
  return {
    [prefix]: {
      get: {
        operationId: `modelMetadata${suffix}`,
        summary: "What a model takes and gives",
        tags: ["Open Inference Protocol"],
        parameters,
        responses: { ...ok("the metadata", reference("ModelMetadata")), ...problems(404) },
      },
    },
    [`${prefix}/ready`]: {
      get: {
        operationId: `modelReady${suffix}`,
        summary: "Whether a model answers",
        tags: ["Open Inference Protocol"],
        parameters,
        responses: {
          ...ok("it does", {
            type: "object",
            properties: { name: { type: "string" }, ready: { type: "boolean" } },
          }),
          ...problems(404),
        },
      },
    },
    [`${prefix}/infer`]: {
      post: {
        operationId: `infer${suffix}`,
        summary: "Tensors through a model, as JSON or with binary tensors",
        tags: ["Open Inference Protocol"],
        parameters: [
          ...parameters,
          {
            name: "Inference-Header-Content-Length",
            in: "header",
            required: false,
            description: "bytes of JSON at the start of a body with binary tensors",
            schema: { type: "integer", minimum: 1 },
          },
        ],
        requestBody: {
          required: true,
          content: { ...json(reference("InferRequest")), "application/octet-stream": bytes },
        },
        responses: {
          "200": {
            description: "the outputs",
            content: { ...json(reference("InferResponse")), "application/octet-stream": bytes },
          },
          ...problems(404, ...WORK),
        },
      },
    },
  };
}

function health(id: string, summary: string, name: string): { get: Operation } {
  return {
    get: {
      operationId: id,
      summary,
      tags: ["Health"],
      responses: {
        ...ok("yes", { type: "object", properties: { [name]: { type: "boolean" } } }),
        ...(name === "ready" && { "503": { description: "no" } }),
      },
    },
  };
}

function repositoryPaths(): OpenApi["paths"] {
  const post = (operationId: string, summary: string, parameters: object[] = []) => ({
    post: {
      operationId,
      summary,
      tags: ["Models"],
      parameters,
      responses: { ...ok("done"), ...problems(401, 404, 422) },
    },
  });
  const name = [pathParameter("name")];
  return {
    "/v2/repository/index": post("repositoryIndex", "The models there are"),
    "/v2/repository/models/{name}/load": post("loadModel", "Load a model's new versions", name),
    "/v2/repository/models/{name}/unload": post(
      "unloadModel",
      "Stop serving a model, or the version that the body names",
      name,
    ),
  };
}

/** The server's OpenAPI 3.1 document, made from the schemas that it checks requests with. */
export function openApi({ withRepository }: { withRepository: boolean }): OpenApi {
  const name = pathParameter("name");
  return {
    openapi: "3.1.0",
    info: {
      title: SERVER_NAME,
      version: SERVER_VERSION,
      description:
        "Serves models by the Open Inference Protocol V2, and reads handwritten digits from pixels or images.",
    },
    paths: {
      "/v1/digits": {
        post: {
          operationId: "readDigit",
          summary: "What digit it is",
          tags: ["Digits"],
          requestBody: {
            required: true,
            content: {
              ...json(reference("DigitRequest")),
              "image/png": bytes,
              "image/jpeg": bytes,
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: { image: { type: "string", format: "binary" } },
                },
              },
            },
          },
          responses: { ...ok("the digit", reference("DigitResponse")), ...problems(...WORK, 422) },
        },
      },
      "/v2": {
        get: {
          operationId: "serverMetadata",
          summary: "What the server can do",
          tags: ["Open Inference Protocol"],
          responses: ok("the metadata", reference("ServerMetadata")),
        },
      },
      "/v2/health/live": health("serverLive", "Whether the server runs", "live"),
      "/v2/health/ready": health("serverReady", "Whether the server takes requests", "ready"),
      ...modelPaths("/v2/models/{name}", "", [name]),
      ...modelPaths("/v2/models/{name}/versions/{version}", "OfVersion", [
        name,
        pathParameter("version"),
      ]),
      ...(withRepository && repositoryPaths()),
      "/metrics": {
        get: {
          operationId: "metrics",
          summary: "What Prometheus reads",
          tags: ["Health"],
          responses: { "200": { description: "the metrics, as text" } },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(components).map(([key, schema]) => [key, jsonSchema(schema)]),
      ),
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        key: { type: "apiKey", in: "header", name: "X-API-Key" },
      },
    },
    // The empty one: a server without API_KEYS asks for none.
    security: [{}, { bearer: [] }, { key: [] }],
  };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}
