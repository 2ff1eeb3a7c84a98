export { threadPool } from "./pool.ts";
export type { ThreadPool, ThreadPoolOptions } from "./pool.ts";
