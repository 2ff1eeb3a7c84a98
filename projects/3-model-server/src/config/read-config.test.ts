import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "./read-config.ts";
import { serverSettings as settings, settingsHelp } from "./settings.ts";
import { refusal } from "../test-support/refusal.ts";

const SUM = "a".repeat(64);

describe("3.9 readConfig", () => {
  test("has a default for everything", () => {
    expect(readConfig({}, settings)).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 8080,
      WORKERS: 1,
      API_KEYS: [],
      REPOSITORY_API: false,
      LOG_LEVEL: "info",
    });
    expect(Object.keys(readConfig({}, settings))).toEqual(Object.keys(settings));
  });

  test("reads what is set, as numbers, lists and switches", () => {
    const environment = { PORT: "0", API_KEYS: `${SUM},${SUM}`, REPOSITORY_API: "on", OTHER: "x" };
    expect(readConfig(environment, settings)).toMatchObject({
      PORT: 0,
      API_KEYS: [SUM, SUM],
      REPOSITORY_API: true,
    });
    expect(readConfig(environment, settings)).not.toHaveProperty("OTHER");
  });

  test("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", LOG_LEVEL: "" }, settings)).toMatchObject({
      PORT: 8080,
      LOG_LEVEL: "info",
    });
  });

  test.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["PORT", "8080.5"],
    ["WORKERS", "0"],
    ["WORKERS", "-1"],
    ["REPOSITORY_API", "yes"],
    ["INFERENCE_THREADS", "many"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "secret"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "key=100%"],
    ["OTEL_TRACES_SAMPLER_ARG", "1.5"],
    ["LOG_LEVEL", "loud"],
    ["API_KEYS", "secret"],
  ])("refuses %s=%s by name, with what was found", (name, value) => {
    const message = refusal(() => readConfig({ [name]: value }, settings), ConfigError);
    expect(message).toMatch(new RegExp(`^${name}: .*, found "${value}"$`));
  });

  test("tells every fault at once, a line each", () => {
    const read = () => readConfig({ PORT: "x", WORKERS: "x", HOST: "0.0.0.0" }, settings);
    expect(refusal(read, ConfigError)).toMatch(/^PORT: .*\nWORKERS: [^\n]*$/);
  });
});

describe("settingsHelp", () => {
  test("names every setting with its default", () => {
    const help = settingsHelp(settings);
    for (const name of Object.keys(settings)) expect(help).toContain(`  ${name} `);
    expect(help).toMatch(/PORT +port to listen on.*\(default: 8080\)/);
  });
});
