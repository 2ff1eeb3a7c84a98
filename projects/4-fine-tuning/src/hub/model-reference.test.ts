import { expect, test } from "vitest";
import { parseReference } from "./model-reference.ts";

test("parseReference(text) reads org/name@revision and refuses everything else", () => {
  expect(parseReference("google/bert_uncased_L-2_H-128_A-2")).toEqual({
    repository: "google/bert_uncased_L-2_H-128_A-2",
    revision: "main",
  });
  expect(parseReference("bert-base-uncased@refs/pr/3")).toEqual({
    repository: "bert-base-uncased",
    revision: "refs/pr/3",
  });
  for (const bad of [
    "",
    "a/b/c",
    "../etc",
    "org/../x",
    "org/name@",
    "org/name@../x",
    "org name",
    "https://huggingface.co/org/name",
  ]) {
    expect(() => parseReference(bad)).toThrow("is neither a folder nor a model of a hub");
  }
});
