import { digitRequest, digitResponse } from "../routes/digits.ts";
import { bytes, json, ok, problems, reference, WORK, type Api } from "./open-api.ts";

/** What the digit server adds to the protocol. */
export const digitsApi: Api = {
  title: "Digit server",
  description:
    "Serves models by the Open Inference Protocol V2, and reads handwritten digits from pixels or images.",
  page: "Draw a digit",
  schemas: { DigitRequest: digitRequest, DigitResponse: digitResponse },
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
  },
};
