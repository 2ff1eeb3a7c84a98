import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const environment = {
  GITHUB_REPOSITORY: "ada/roadmap",
  IMAGE_DIGEST: `sha256:${"a".repeat(64)}`,
  STAGING_CERTIFICATE: "arn:aws:acm:eu-central-1:111122223333:certificate/a-1",
  PRODUCTION_CERTIFICATE: "arn:aws:acm:eu-central-1:111122223333:certificate/b-2",
  ALARM_EMAIL: "ada@example.com",
};

test("readSettings(environment) takes what a deployment needs", () => {
  expect(readSettings(environment)).toMatchObject({
    repository: "ada/roadmap",
    imageDigest: environment.IMAGE_DIGEST,
    email: "ada@example.com",
  });
});

test("readSettings(environment) names every variable that is wrong, at once", () => {
  const wrong = { ...environment, IMAGE_DIGEST: "latest", ALARM_EMAIL: "" };
  expect(() => readSettings(wrong)).toThrow(/IMAGE_DIGEST.*"latest"[^]*ALARM_EMAIL/);
});
