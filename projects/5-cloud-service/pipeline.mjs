// `npm run pipeline -- <stage>`: set up what is missing, then hand over.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled } from "../../packages/course/setup/install.mjs";

ensureInstalled();
ensureBuilt();
const cli = fileURLToPath(new URL("dist/src/pipeline/cli.js", import.meta.url));
const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
