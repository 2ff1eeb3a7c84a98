import { z } from "zod";
import { badRequest, Problem } from "../problem.ts";
import { issueText } from "../protocol/issue-text.ts";
import type { Repository } from "../repository/repository.ts";
import type { ServerContext } from "../server/context.ts";

const unloadBody = z
  .object({ parameters: z.object({ version: z.string().optional() }).optional() })
  .nullish();

/** The model repository extension: what there is, load, unload. */
export function addRepositoryRoutes(
  { app, registry }: ServerContext,
  repository: Repository,
): void {
  app.post("/v2/repository/index", () => repository.index());
  app.post<{ Params: { name: string } }>(
    "/v2/repository/models/:name/load",
    async ({ params: { name } }) => {
      await repository.load(name);
      return { name, versions: registry.versions(name) };
    },
  );
  app.post<{ Params: { name: string } }>(
    "/v2/repository/models/:name/unload",
    async ({ params: { name }, body }) => {
      // Bytes, whose version nobody reads, would unload all versions.
      if (Buffer.isBuffer(body)) throw new Problem(415, "unload: expected JSON");
      const result = unloadBody.safeParse(body);
      if (!result.success) throw badRequest(`unload: ${issueText(result.error)}`);
      await registry.remove(name, result.data?.parameters?.version);
      return { name, versions: registry.versions(name) };
    },
  );
}
