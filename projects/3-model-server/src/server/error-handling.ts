import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Problem, problemBody, toProblem } from "../problem.ts";

/** Every error, wherever it is thrown, becomes a problem+json answer here. */
export function addErrorHandling(app: FastifyInstance): void {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error);
    if (problem.status >= 500 && !(error instanceof Problem)) request.log.error(error);
    if (problem.retryAfter !== undefined) reply.header("retry-after", problem.retryAfter);
    if (problem.status === 401) reply.header("www-authenticate", "Bearer");
    // What is left of a body that was not read must not be taken for the next request.
    if (problem.status === 413) reply.header("connection", "close");
    return reply
      .code(problem.status)
      .type("application/problem+json")
      .send(JSON.stringify(problemBody(problem, request.url.slice(0, 500))));
  };
  app.setErrorHandler(answer);
  app.setNotFoundHandler((request, reply) => {
    const methods = allowedMethods(app, request);
    if (methods.length > 0) {
      reply.header("allow", methods.join(", "));
      return answer(
        new Problem(405, `${request.method} is not for this path; ${methods.join(", ")} is`),
        request,
        reply,
      );
    }
    return answer(
      new Problem(404, `nothing is at ${request.method} ${request.url.slice(0, 200)}`),
      request,
      reply,
    );
  });
}

function allowedMethods(app: FastifyInstance, { url, method }: FastifyRequest): string[] {
  const path = url.split("?")[0];
  return (["GET", "POST"] as const).filter(
    (other) => other !== method && app.findRoute({ url: path, method: other }) !== null,
  );
}
