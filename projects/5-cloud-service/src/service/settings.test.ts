import { readConfig } from "@ml-roadmap/model-server";
import { expect, test } from "vitest";
import { textSettings } from "./settings.ts";

test("textSettings take a shadow by its version only: it would see nothing without one", () => {
  const shadow = (SHADOW: string) => readConfig({ SHADOW }, textSettings).SHADOW;
  expect(["", "sentiment:3"].map(shadow)).toEqual(["", "sentiment:3"]);
  for (const text of ["sentiment", "sentiment:", ":3"]) {
    expect(() => shadow(text)).toThrow("SHADOW: expected name:version");
  }
});
