import { probe } from "./lifecycle/probe.ts";

// A file of its own, so that a container's health check loads nothing of the server.
process.exitCode = await probe(Number(process.env["PORT"] || 8080));
