import { z } from "zod";
import { Problem } from "./problem.ts";
import {
  inferResponse,
  modelMetadata,
  problem,
  type InferRequest,
  type InferResponse,
  type ModelMetadata,
} from "./protocol/schemas.ts";
import { digitResponse, type DigitRequest, type DigitResponse } from "./routes/digits.ts";

/** Asks a server, with the very schemas that the server checks with. */
export class ModelClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /** @param url the server's, such as `http://127.0.0.1:8080` */
  constructor(url: string, { apiKey }: { apiKey?: string } = {}) {
    this.#url = url;
    this.#headers = apiKey === undefined ? {} : { "x-api-key": apiKey };
  }

  async ready(): Promise<boolean> {
    return (await fetch(new URL("/v2/health/ready", this.#url))).ok;
  }

  metadata(model: string): Promise<ModelMetadata> {
    return this.#ask(`/v2/models/${encodeURIComponent(model)}`, modelMetadata);
  }

  infer(model: string, request: InferRequest): Promise<InferResponse> {
    return this.#ask(`/v2/models/${encodeURIComponent(model)}/infer`, inferResponse, request);
  }

  /** @param digit pixels, an image in base64, or the bytes of a PNG or JPEG */
  readDigit(digit: DigitRequest | Uint8Array): Promise<DigitResponse> {
    return this.#ask("/v1/digits", digitResponse, digit);
  }

  /** Throws the server's `Problem` unless it answers as it should. */
  async #ask<T>(path: string, schema: z.ZodType<T>, body?: object): Promise<T> {
    const bytes = body instanceof Uint8Array;
    // The server looks at the bytes: either kind of picture goes as PNG.
    const type = bytes ? "image/png" : "application/json";
    const answer = await fetch(new URL(path, this.#url), {
      method: body ? "POST" : "GET",
      headers: { ...this.#headers, ...(body && { "content-type": type }) },
      ...(body && { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    if (answer.ok) return schema.parse(json);
    throw new Problem(answer.status, problem.parse(json).detail);
  }
}
