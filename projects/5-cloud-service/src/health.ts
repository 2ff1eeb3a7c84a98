import { get } from "node:http";

// A container's health check: is the server on this machine ready? A file of its own, so that it loads nothing
// of the server.
const port = Number(process.env["PORT"] || 8080);
const request = get({ port, path: "/v2/health/ready", timeout: 2000, agent: false }, (answer) => {
  answer.resume();
  process.exitCode = answer.statusCode === 200 ? 0 : 1;
});
request.on("timeout", () => request.destroy());
request.on("error", () => {
  process.exitCode = 1;
});
