import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { decodeImage } from "../digits/decode-image.ts";
import { normalizeDrawing, SIDE } from "../digits/normalize.ts";
import type { Model } from "../model.ts";
import { badRequest, Problem } from "../problem.ts";
import { list } from "../protocol/schemas.ts";
import { issueText } from "../protocol/issue-text.ts";
import { PIXELS, PROBABILITIES } from "../repository/load-image-model.ts";
import type { ServerContext } from "../server/context.ts";
import { float32 } from "../tensors/datatype.ts";
import { flattenData } from "../tensors/flatten-data.ts";

/** The body of `POST /v1/digits`: pixels, or an image in base64. */
export const digitRequest = z.union([
  z.object({
    /** 784 numbers, or 28 rows of 28: 0 is black, 255 white ink. */
    pixels: list,
  }),
  z.object({
    /** PNG or JPEG of any size, in base64; a data URL will do. */
    image: z.string().min(1),
  }),
]);

export const digitResponse = z.object({
  digit: z.number(),
  /** One for each digit from 0 to 9. */
  probabilities: z.array(z.number()),
  model: z.object({ name: z.string(), version: z.string() }),
  /** For images: the 28 x 28 pixels that the model saw, row by row. */
  pixels: z.array(z.number()).optional(),
});

export type DigitRequest = { pixels: readonly number[] | readonly number[][] } | { image: string };
export type DigitResponse = z.infer<typeof digitResponse>;

const shapeText = [1, SIDE, SIDE];

const readsDigits = ({ inputs }: Model) =>
  inputs.length === 1 &&
  inputs[0].name === PIXELS &&
  inputs[0].shape.join() === `-1,${SIDE},${SIDE}`;

/** `POST /v1/digits`: what digit it is, for people who do not want to know of tensors. */
export function addDigitRoutes({ app, registry, infer }: ServerContext): void {
  for (const type of ["image/png", "image/jpeg"]) {
    app.addContentTypeParser(type, { parseAs: "buffer" }, (_, body, done) => done(null, body));
  }
  app.addContentTypeParser("multipart/form-data", { parseAs: "buffer" }, (_, body, done) =>
    done(null, body),
  );
  app.post("/v1/digits", async (request, reply): Promise<DigitResponse> => {
    // Without a model no picture is decoded.
    registry.first(readsDigits);
    const { pixels, fromImage } = await readDigit(request);
    // A model that was replaced meanwhile is closed: its successor answers.
    const served = registry.first(readsDigits);
    const inputs = new Map([
      [PIXELS, { name: PIXELS, datatype: "FP32" as const, shape: shapeText, data: pixels }],
    ]);
    served.model.check?.(inputs);
    const results = await infer(served, inputs, reply);
    const probabilities = Array.from(float32(results.get(PROBABILITIES)!.data));
    const { name, version } = served.model;
    return {
      digit: probabilities.indexOf(Math.max(...probabilities)),
      probabilities,
      model: { name, version },
      ...(fromImage && { pixels: Array.from(pixels, Math.round) }),
    };
  });
}

async function readDigit(request: FastifyRequest) {
  const { body, headers } = request;
  if (Buffer.isBuffer(body)) {
    const type = headers["content-type"] ?? "";
    if (type.startsWith("application/octet-stream")) {
      throw new Problem(415, "digits: expected JSON, image/png, image/jpeg or multipart/form-data");
    }
    return fromImage(type.startsWith("multipart/") ? await uploadedFile(body, type) : body);
  }
  const result = digitRequest.safeParse(body);
  if (!result.success) {
    const wanted = 'expected {"pixels": [...]} or {"image": "base64..."}';
    throw badRequest(`digits: ${wanted}: ${issueText(result.error)}`);
  }
  if ("image" in result.data) return fromImage(base64(result.data.image));
  const { pixels } = result.data;
  const where = "digits: pixels";
  const nested = Array.isArray(pixels[0]);
  const shape = nested ? [SIDE, SIDE] : [SIDE * SIDE];
  const data = float32(flattenData(pixels, shape, "FP32", where));
  return { pixels: data, fromImage: false };
}

const fromImage = async (bytes: Buffer) => ({
  pixels: normalizeDrawing(await decodeImage(bytes)),
  fromImage: true,
});

function base64(text: string): Buffer {
  const encoded = text.replace(/^data:image\/[a-z]+;base64,/, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) throw badRequest("digits: image is no base64");
  return Buffer.from(encoded, "base64");
}

/** The first file of a form. */
async function uploadedFile(body: Buffer, type: string): Promise<Buffer> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), {
      headers: { "content-type": type },
    }).formData();
  } catch {
    throw badRequest("digits: the form is damaged or cut off");
  }
  for (const value of form.values()) {
    if (typeof value !== "string") return Buffer.from(await value.arrayBuffer());
  }
  throw badRequest("digits: the form has no file");
}
