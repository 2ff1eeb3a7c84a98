import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { onnxNode } from "../src/index.ts";
import { trainSmall } from "../src/testing/small-training.ts";
import { serveStatic } from "./static-server.ts";

const candidates = [
  process.env["CHROMIUM_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const browserPath = candidates.find((path) => path !== "" && existsSync(path));

const packages = fileURLToPath(new URL("../..", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;
const runtime = dirname(resolve("onnxruntime-web/wasm"));

/** Loads the built packages as a page would, trains, and leaves the losses in `window.losses`. */
const page = `<!doctype html>
<script type="importmap">${JSON.stringify({
  imports: {
    "@ml-roadmap/onnx-grad": "/packages/onnx-grad/dist/src/index.js",
    "@ml-roadmap/safetensors": "/packages/safetensors/dist/src/index.js",
    "@ml-roadmap/ndarray/asm": "/packages/ndarray/dist/src/wasm/asm/index.js",
    "onnxruntime-web": "/runtime/ort.wasm.bundle.min.mjs",
  },
})}</script>
<script>
  // A module that cannot be loaded never reaches its own catch.
  addEventListener("error", ({ message }) => (window.failure = message), true);
</script>
<script type="module">
  import * as ort from "onnxruntime-web";
  import { onnxWeb } from "@ml-roadmap/onnx-grad";
  import { trainSmall } from "/packages/onnx-grad/dist/src/testing/small-training.js";
  try {
    window.losses = await trainSmall(onnxWeb(ort));
  } catch (error) {
    window.failure = String(error.stack ?? error);
  }
</script>`;

// A minute when nothing else runs.
const timeout = 600_000;

test.skipIf(browserPath === undefined)(
  `training in Chromium gives the losses of Node within 1e-4${browserPath === undefined ? " (skipped: no Chromium found; set CHROMIUM_PATH)" : ""}`,
  { timeout },
  async () => {
    const mounts = { packages, runtime };
    const { server, url } = await serveStatic(mounts, { "/": page });
    const browser = await chromium.launch({
      executablePath: browserPath,
      args: ["--headless", "--no-sandbox", "--disable-gpu"],
    });
    try {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(timeout);
      await tab.goto(url, { timeout });
      const isDone = "window.losses !== undefined || window.failure !== undefined";
      await tab.waitForFunction(isDone);
      expect(await tab.evaluate("window.failure")).toBeUndefined();
      const losses: Record<string, number[]> = await tab.evaluate("window.losses");
      const expected = await trainSmall(onnxNode);
      expect(Object.keys(losses)).toEqual(Object.keys(expected));
      for (const [name, values] of Object.entries(expected)) {
        expect(losses[name]).toHaveLength(values.length);
        const worst = Math.max(...values.map((loss, i) => Math.abs(loss - losses[name][i])));
        expect(worst).toBeLessThan(1e-4);
      }
    } finally {
      await browser.close();
      server.close();
    }
  },
);
