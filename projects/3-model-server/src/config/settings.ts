import { z } from "zod";

/** A whole number written as text. */
export const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^-?\d+$/, `expected a whole number from ${low} to ${high}`)
    .transform(Number)
    .pipe(z.number().min(low).max(high));

export const onOff = z.enum(["on", "off"]).transform((value) => value === "on");

/** How one variable is read: `schema` turns its text, or the default's, into a value or says what it expected. */
export interface Setting<T> {
  schema: z.ZodType<T, string>;
  byDefault: string;
  help: string;
}

export const setting = <T>(
  schema: z.ZodType<T, string>,
  byDefault: string,
  help: string,
): Setting<T> => ({
  schema,
  byDefault,
  help,
});

const splitPair = (pair: string): [string, string] => {
  const at = pair.indexOf("=");
  return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
};

/** What `decodeURIComponent` does not throw on: every % with two digits behind it, and those UTF-8. */
const isPercentEncoded = (text: string) => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Settings by their environment variables. */
export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** What settings read as. */
export type Values<S extends Settings> = {
  [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** Every setting of a server, whatever it serves. */
export const serverSettings = {
  HOST: setting(z.string().min(1), "127.0.0.1", "address to listen on; 0.0.0.0 for all"),
  PORT: setting(whole(0, 65535), "8080", "port to listen on; 0 takes a free one"),
  MODEL_DIR: setting(
    z.string(),
    "",
    "a model folder, or a folder of <name>/<version> folders (the model that came along)",
  ),
  WORKERS: setting(whole(1, 256), "1", "processes that serve"),
  INFERENCE_THREADS: setting(
    z.union([z.literal("auto"), whole(0, 256)], "expected auto or a whole number from 0 to 256"),
    "auto",
    "threads that compute; 0 computes between requests, auto does so for a model that is quick",
  ),
  MAX_BATCH_SIZE: setting(whole(1, 4096), "32", "most rows that are computed at once"),
  MAX_BATCH_DELAY_MS: setting(whole(0, 1000), "0", "how long a request waits for company"),
  QUEUE_LIMIT: setting(
    whole(1, 100_000),
    "256",
    "requests that may wait for a model; more get 503",
  ),
  MAX_IN_FLIGHT: setting(
    whole(1, 100_000),
    "256",
    "requests that may be at work in a process; more get 503",
  ),
  INFER_TIMEOUT_MS: setting(whole(1, 600_000), "5000", "how long a request may wait for its batch"),
  REQUEST_TIMEOUT_MS: setting(
    whole(100, 600_000),
    "10000",
    "how long a client may take to send a request",
  ),
  BODY_LIMIT: setting(
    whole(1024, 2 ** 30),
    "4194304",
    "largest body in bytes; larger ones get 413",
  ),
  RATE_LIMIT: setting(
    whole(0, 1e9),
    "0",
    "requests a minute and client, per process; 0 for no limit",
  ),
  API_KEYS: setting(
    z
      .string()
      .transform((text) => text.split(",").filter((key) => key.trim() !== ""))
      .pipe(
        z.array(
          z
            .string()
            .trim()
            .regex(/^[\da-fA-F]{64}$/, "expected sha256 sums of keys, 64 hexadecimal digits each"),
        ),
      ),
    "",
    "sha256 sums of the keys that may use the API, with commas; none lets everybody in",
  ),
  REPOSITORY_API: setting(onOff, "off", "on lets clients load and unload models"),
  TRUST_PROXY: setting(
    onOff,
    "off",
    "on takes the client's address from the last entry of X-Forwarded-For, which the proxy added",
  ),
  DRAIN_DELAY_MS: setting(
    whole(0, 600_000),
    "500",
    "after SIGTERM, how long requests are taken while readiness says no",
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    z.union([z.literal(""), z.url({ protocol: /^https?$/ })], "expected an http URL"),
    "",
    "collector that gets traces (OTLP/HTTP, JSON), such as http://localhost:4318; none traces nothing",
  ),
  OTEL_EXPORTER_OTLP_HEADERS: setting(
    z
      .string()
      .regex(/^([^=,\s]+=[^,]*(,|$))*$/, "expected name=value, with commas between")
      .refine(isPercentEncoded, "expected a % to be written as %25")
      .transform((text) => Object.fromEntries(text.split(",").filter(Boolean).map(splitPair))),
    "",
    "headers for the collector: name=value,name=value",
  ),
  OTEL_SERVICE_NAME: setting(z.string().min(1), "model-server", "the server's name in traces"),
  OTEL_TRACES_SAMPLER_ARG: setting(
    z
      .string()
      .regex(/^(0|1)?(\.\d+)?$/, "expected a number from 0 to 1")
      .transform(Number)
      .pipe(z.number("expected a number from 0 to 1").max(1, "expected a number from 0 to 1")),
    "1",
    "share of traces that are kept, where the caller has not decided",
  ),
  LOG_LEVEL: setting(z.enum(LEVELS), "info", LEVELS.join(", ")),
} satisfies Settings;

/** A server's settings, read and checked. */
export type Config = Values<typeof serverSettings>;

/** What `--help` prints. */
export function settingsHelp(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, { byDefault, help }]) => {
      const shown = byDefault === "" ? "" : ` (default: ${byDefault})`;
      return `  ${name.padEnd(20)} ${help}${shown}`;
    })
    .join("\n");
}
