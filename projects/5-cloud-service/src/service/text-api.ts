import { json, ok, problems, reference, WORK, type Api } from "@ml-roadmap/model-server";
import { classifyRequest, classifyResponse } from "./schemas.ts";

/** What the text service adds to the protocol. */
export const textApi: Api = {
  title: "Text service",
  description: "Classifies texts, and serves its models by the Open Inference Protocol V2.",
  page: "Try a text",
  schemas: { ClassifyRequest: classifyRequest, ClassifyResponse: classifyResponse },
  paths: {
    "/v1/classify": {
      post: {
        operationId: "classify",
        summary: "What a text is, or each of many",
        tags: ["Texts"],
        requestBody: { required: true, content: json(reference("ClassifyRequest")) },
        responses: {
          ...ok("the prediction, or the predictions", reference("ClassifyResponse")),
          ...problems(...WORK, 404),
        },
      },
    },
  },
};
