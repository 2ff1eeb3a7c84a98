import { get } from "node:http";

/** Asks a server on this machine whether it is ready: the exit code of a container's health check. */
export function probe(port: number): Promise<0 | 1> {
  return new Promise((resolve) => {
    const request = get(
      { port, path: "/v2/health/ready", timeout: 2000, agent: false },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200 ? 0 : 1);
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(1));
  });
}
