import { STATUS_CODES } from "node:http";

/** An answer that is an error: what `application/problem+json` (RFC 9457) says of it. */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  /** Seconds after which the client may try again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, detail: string, { retryAfter }: { retryAfter?: number } = {}) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** What the client sent cannot be used: 400. */
export const badRequest = (detail: string): Problem => new Problem(400, detail);

/** The body of an error; `error` is where clients of the Open Inference Protocol look. */
export interface ProblemBody {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  instance: string;
  error: string;
}

interface Thrown {
  statusCode?: unknown;
  code?: unknown;
  message?: unknown;
}

/**
 * The problem that an error is to the client. An error of ours or of Fastify that carries a status of
 * 400 to 499 keeps it and its message; every other one is a fault of the server, whose message may
 * tell a stranger too much and stays in the log.
 */
export function toProblem(error: unknown): Problem {
  //#region solution 3.4 what of an error the client is told
  if (error instanceof Problem) return error;
  const { statusCode, message } = (error ?? {}) as Thrown;
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) {
    return new Problem(statusCode, typeof message === "string" ? message : "bad request");
  }
  return new Problem(500, "the server failed; its log has the request's id");
  //#endregion
}

export function problemBody(problem: Problem, instance: string): ProblemBody {
  return {
    type: "about:blank",
    title: STATUS_CODES[problem.status] ?? "Error",
    status: problem.status,
    detail: problem.message,
    instance,
    error: problem.message,
  };
}
