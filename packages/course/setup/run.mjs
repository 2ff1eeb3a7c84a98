// `npm start`, `npm run roadmap` and `npm run bench`: set up what is missing, then hand over.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root } from "./install.mjs";

const [first, ...rest] = process.argv.slice(2);
ensureInstalled();
ensureBuilt();
const [tool, args] = first === "--bench" ? ["bench", rest] : ["course", process.argv.slice(2)];
const cli = join(root, "packages", tool, "dist", "src", "cli.js");
const child = spawn(process.execPath, [cli, ...args], { stdio: "inherit" });
// The terminal sends Ctrl-C to the child as well: let it clean up and decide the exit code.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
