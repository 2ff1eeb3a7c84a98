import {
  badRequest,
  issueText,
  rowCount,
  type Model,
  type ServerContext,
  type Tensors,
} from "@ml-roadmap/model-server";
import { OUTPUTS, TEXT } from "../model/tensors.ts";
import { textTensor } from "./text-tensor.ts";
import { classifyRequest, MOST_TEXTS, type ClassifyResponse, type Prediction } from "./schemas.ts";

export const readsTexts = ({ inputs }: Model): boolean =>
  inputs.length === 1 && inputs[0].name === TEXT && inputs[0].datatype === "BYTES";

/** `POST /v1/classify`: what a text is, or each of many. */
export function addClassifyRoute({ app, registry, infer }: ServerContext): void {
  app.post("/v1/classify", async (request, reply): Promise<ClassifyResponse> => {
    const result = classifyRequest.safeParse(request.body);
    if (!result.success) {
      const wanted = `expected {"text": "..."} or {"texts": [...]} with 1 to ${MOST_TEXTS} texts`;
      throw badRequest(`classify: ${wanted}: ${issueText(result.error)}`);
    }
    const { model: name, version } = result.data;
    const first = registry.first(readsTexts);
    const served =
      name === undefined && version === undefined
        ? first
        : registry.get(name ?? first.model.name, version);
    if (!readsTexts(served.model)) throw badRequest(`classify: ${name} does not take texts`);
    const texts = "text" in result.data ? [result.data.text] : result.data.texts;
    const size = served.model.maxBatchSize;
    const parts = Array.from({ length: Math.ceil(texts.length / size) }, (_, i) =>
      infer(served, textTensor(texts.slice(i * size, (i + 1) * size)), reply),
    );
    const labels = labelsOf(served.model);
    const predictions = (await Promise.all(parts)).flatMap((part) => read(part, labels));
    const model = { name: served.model.name, version: served.model.version };
    return "text" in result.data ? { ...predictions[0], model } : { predictions, model };
  });
}

/** The names of a model's classes, from its metadata. */
export function labelsOf({ parameters }: Model): string[] {
  const labels: unknown = parameters?.["labels"];
  if (!Array.isArray(labels)) throw new TypeError("the model does not name its labels");
  return labels.map(String);
}

function read(outputs: Tensors, labels: readonly string[]): Prediction[] {
  const { data } = outputs.get(OUTPUTS.probabilities)!;
  const named = outputs.get(OUTPUTS.label)!.data;
  const K = labels.length;
  return Array.from({ length: rowCount(outputs) }, (_, n) => {
    const scores = Object.fromEntries(
      labels.map((label, k) => [label, Number(data[n * K + k])] as const),
    );
    const label = String(named[n]);
    return { label, score: scores[label], scores };
  });
}
