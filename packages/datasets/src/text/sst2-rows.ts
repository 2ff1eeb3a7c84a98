import { DataFormatError } from "./format-error.ts";
import type { Label, LabelledText } from "./labelled-text.ts";

/** How the columns of an SST-2 file stand. */
export type Sst2Columns = "sentence-label" | "label-sentence";

const forms = {
  "sentence-label": { header: false, expected: "sentence<TAB>label with label 0 or 1" },
  "label-sentence": { header: true, expected: "label<TAB>sentence with label 0 or 1" },
} as const;

/**
 * The rows of an SST-2 TSV text: "label-sentence" (GLUE) has a header line `label<TAB>sentence` or
 * `label<TAB>content`, "sentence-label" has none. Quotes are part of the text. Throws DataFormatError
 * with `file` and line for a wrong header, a label other than 0 and 1, a missing or extra column, and
 * an empty sentence.
 */
export function sst2Rows(tsv: string, columns: Sst2Columns, file: string): LabelledText[] {
  const { header, expected } = forms[columns];
  const lines = tsv.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (header && !/^label\t(?:sentence|content)$/.test(lines[0] ?? "")) {
    throw new DataFormatError(file, 1, "the header label<TAB>sentence", lines[0] ?? "");
  }
  return lines.slice(header ? 1 : 0).map((line, index) => {
    const cells = line.split("\t");
    if (columns === "sentence-label") cells.reverse();
    const label = labelOf(cells[0]);
    const text = cells[1]?.trim() ?? "";
    if (label === undefined || text === "" || cells.length !== 2) {
      throw new DataFormatError(file, index + (header ? 2 : 1), expected, line);
    }
    return { text, label };
  });
}

function labelOf(cell: string | undefined): Label | undefined {
  if (cell === "0") return 0;
  return cell === "1" ? 1 : undefined;
}
