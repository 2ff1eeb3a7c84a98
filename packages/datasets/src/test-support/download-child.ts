import { fetchEntry } from "../fetch-entry.ts";
import { patient } from "../patience.ts";

// A process of its own that fetches the dataset of its arguments: [data folder, entry as JSON, patience
// as JSON]. It prints a line for every piece that arrived, then "done" and the path, or the error.
const [, , dataDir = "", entry = "", patience = "{}"] = process.argv;

try {
  const { files } = await fetchEntry(
    "toy",
    JSON.parse(entry),
    { dataDir, offline: false, onProgress: ({ bytes }) => console.log(`bytes ${bytes}`) },
    { ...patient, ...JSON.parse(patience) },
  );
  console.log(`done ${files["file.bin"] ?? ""}`);
} catch (error) {
  console.log(
    `failed ${error instanceof Error ? `${"reason" in error ? String(error.reason) : ""} ${error.message}` : ""}`,
  );
  process.exitCode = 1;
}
