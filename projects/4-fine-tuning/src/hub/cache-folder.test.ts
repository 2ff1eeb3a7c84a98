import { join } from "node:path";
import { expect, test } from "vitest";
import { hubCacheFolder } from "./cache-folder.ts";

test("hubCacheFolder(env) is where the other tools look", () => {
  expect(hubCacheFolder({ HF_HUB_CACHE: "/x/hub", HF_HOME: "/y" })).toBe(join("/x/hub"));
  expect(hubCacheFolder({ HF_HOME: "/y" })).toBe(join("/y", "hub"));
  expect(hubCacheFolder({ XDG_CACHE_HOME: "/z" })).toBe(join("/z", "huggingface", "hub"));
  expect(hubCacheFolder({ HOME: "/home/me" })).toBe(
    join("/home/me", ".cache", "huggingface", "hub"),
  );
});
