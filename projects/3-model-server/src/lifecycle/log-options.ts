import type { Config } from "../config/settings.ts";

/** JSON lines on standard output; what may identify or authorise a caller is never written. */
export function logOptions(level: Config["LOG_LEVEL"]) {
  return {
    level,
    redact: {
      paths: [
        "req.headers.authorization",
        'req.headers["x-api-key"]',
        "headers.authorization",
        'headers["x-api-key"]',
        "headers.cookie",
      ],
      censor: "[redacted]",
    },
  };
}
