import { z } from "zod";
import * as schemas from "../protocol/schemas.ts";
import { SERVER_VERSION } from "../routes/open-inference.ts";

/** The parts of an OpenAPI 3.1 document that we write and show. */
export interface OpenApi {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string; "x-page"?: string };
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

/** What a service adds to the protocol's document: its routes and the schemas that they check with. */
export interface Api {
  title: string;
  description: string;
  /** The text of the documentation's link to the page at `/`, where there is one. */
  page?: string;
  paths: OpenApi["paths"];
  schemas: Readonly<Record<string, z.ZodType>>;
}

const components = {
  ServerMetadata: schemas.serverMetadata,
  ModelMetadata: schemas.modelMetadata,
  InferRequest: schemas.inferRequest,
  InferResponse: schemas.inferResponse,
  Problem: schemas.problem,
};

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: object) => ({ "application/json": { schema } });
export const bytes = { schema: { type: "string", format: "binary" } };

export const problems = (...statuses: number[]) =>
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

/** Statuses that any request for work may get. */
export const WORK = [400, 401, 413, 415, 429, 503];

export const ok = (description: string, schema?: object) => ({
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
          "503": { description: "not now" },
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
export function openApi(api: Api, { withRepository }: { withRepository: boolean }): OpenApi {
  const name = pathParameter("name");
  return {
    openapi: "3.1.0",
    info: {
      title: api.title,
      version: SERVER_VERSION,
      description: api.description,
      ...(api.page !== undefined && { "x-page": api.page }),
    },
    paths: {
      ...api.paths,
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
        Object.entries({ ...components, ...api.schemas }).map(([key, schema]) => [
          key,
          jsonSchema(schema),
        ]),
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
