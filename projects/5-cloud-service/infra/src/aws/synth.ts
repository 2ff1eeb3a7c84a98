import { readSettings } from "../settings.ts";
import { buildApp } from "./app.ts";

// Writes the templates of every stack: `npm run synth` in infra, or the pipeline's `deploy` stage.
try {
  const { stacks } = buildApp(readSettings(process.env), process.argv[2] ?? "cdk.out").synth();
  for (const { stackName, templateFullPath } of stacks)
    console.log(`${stackName} ${templateFullPath}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
