import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The cache folder in the user's home where downloads are kept, by the platform's own convention. */
export function defaultDataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  // HOME may be empty or unset in containers; homedir() then asks the user database.
  const home = env["HOME"] || homedir();
  if (platform === "win32")
    return join(env["LOCALAPPDATA"] || join(homedir(), "AppData", "Local"), "ml-roadmap", "data");
  if (platform === "darwin") return join(home, "Library", "Caches", "ml-roadmap", "data");
  return join(env["XDG_CACHE_HOME"] || join(home, ".cache"), "ml-roadmap", "data");
}

/** The data folders in the order in which they are searched: the one asked for or named by `ML_ROADMAP_DATA`, then the default. */
export function dataFolders(dataDir?: string, env: NodeJS.ProcessEnv = process.env): string[] {
  const chosen = dataDir ?? (env["ML_ROADMAP_DATA"] || undefined);
  const fallback = defaultDataFolder(env);
  return chosen === undefined || resolve(chosen) === fallback
    ? [fallback]
    : [resolve(chosen), fallback];
}
