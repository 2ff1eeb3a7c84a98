import { describe, expect, test } from "vitest";
import { Problem, problemBody, toProblem } from "./problem.ts";

describe("3.4 toProblem", () => {
  test("lets our own problems be", () => {
    const busy = new Problem(503, "busy", { retryAfter: 1 });
    expect(toProblem(busy)).toBe(busy);
  });

  test("keeps what the framework blames on the client, with its message", () => {
    const error = Object.assign(new Error("Body is too large"), { statusCode: 413 });
    expect(toProblem(error)).toMatchObject({ status: 413, message: "Body is too large" });
  });

  test.each([500, 503, 200, 302, 600, "400", undefined])(
    "makes an error with the status %j a 500 that tells nothing",
    (statusCode) => {
      const error = Object.assign(new Error("password=hunter2 at /srv/secret"), { statusCode });
      const problem = toProblem(error);
      expect(problem.status).toBe(500);
      expect(problem.message).not.toMatch(/hunter2|secret/);
    },
  );

  test("takes whatever was thrown", () => {
    for (const thrown of [null, undefined, "text", 17]) expect(toProblem(thrown).status).toBe(500);
  });
});

describe("problemBody", () => {
  test("is problem+json that clients of the protocol understand too", () => {
    expect(problemBody(new Problem(429, "too many requests"), "/v1/digits")).toEqual({
      type: "about:blank",
      title: "Too Many Requests",
      status: 429,
      detail: "too many requests",
      instance: "/v1/digits",
      error: "too many requests",
    });
  });
});
