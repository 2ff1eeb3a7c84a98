import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface FoundSuite {
  readonly name: string;
  /** The folder of its package: `ndarray`, `1-logistic-regression`. */
  readonly owner: string;
  readonly url: string;
}

/** The built suites of a repository: each file directly in a package's or project's `bench/` folder. */
export function discoverSuites(root: string): FoundSuite[] {
  return ["packages", "projects"].flatMap((group) =>
    list(join(root, group)).flatMap((owner) => {
      const home = join(root, group, owner);
      const built = join(home, "dist", "bench");
      return (
        list(built)
          .filter((file) => file.endsWith(".js") && !file.endsWith(".test.js"))
          .map((file) => file.slice(0, -".js".length))
          // `tsc` leaves the output of a deleted source behind.
          .filter((name) => existsSync(join(home, "bench", `${name}.ts`)))
          .map((name) => ({ name, owner, url: pathToFileURL(join(built, `${name}.js`)).href }))
      );
    }),
  );
}

/** The suite called `name` or `owner/name`; throws with the choices when there is no such one. */
export function findSuite(suites: readonly FoundSuite[], name: string): FoundSuite {
  const matches = suites.filter(
    (suite) => name === suite.name || name === `${suite.owner}/${suite.name}`,
  );
  if (matches.length === 1) return matches[0];
  if (matches.length > 1) {
    const choices = matches.map((suite) => `${suite.owner}/${suite.name}`);
    throw new Error(`bench: several suites are called ${name}; choose one: ${choices.join(", ")}`);
  }
  const known = suites.map((suite) => suite.name).join(", ");
  throw new Error(
    `bench: no suite is called ${name}; ${known ? `there are: ${known}` : "there is none yet"}`,
  );
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
