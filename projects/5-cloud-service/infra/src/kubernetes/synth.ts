import { rename, writeFile } from "node:fs/promises";
import { dump } from "js-yaml";
import { manifests } from "./chart.ts";
import { readKubernetesSettings } from "./settings.ts";
import { validate } from "./validate.ts";

// Writes every object of one environment: the pipeline's stage `manifests`.
const [file = "text-service.yaml"] = process.argv.slice(2);
try {
  const objects = manifests(readKubernetesSettings(process.env));
  const faults = objects.flatMap((object) =>
    validate(object).map((fault) => `${object.kind} ${object.metadata.name} ${fault}`),
  );
  if (faults.length > 0) throw new Error(faults.join("\n"));
  await writeFile(`${file}.part`, objects.map((object) => dump(object)).join("---\n"));
  await rename(`${file}.part`, file);
  console.log(`${file}: ${objects.length} objects; kubectl apply --server-side -f ${file}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
