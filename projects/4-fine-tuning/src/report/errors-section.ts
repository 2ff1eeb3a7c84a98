import type { Figure, Section } from "@ml-roadmap/charts";
import type { TextError } from "../evaluation/worst-errors.ts";
import { percentOf } from "./format.ts";
import type { FineTuningResults } from "./results.ts";
import { tintedWords } from "./tinted-words.ts";

/** The most confident errors, and the words that made them. */
export function errorsSection({ judgement, data }: FineTuningResults): Section {
  const { wrong, texts, errors } = judgement;
  const title = "The worst errors";
  if (errors.length === 0) return { title, body: "The model made no mistake on the test texts." };
  const isNumber = data.task.kind === "regression";
  const what = isNumber
    ? "These are off the furthest."
    : `${wrong.toLocaleString("en-US")} of ${texts.toLocaleString("en-US")} test texts were answered wrongly; these with the greatest confidence. Read them: some labels are wrong, some texts are hard for people too, and the rest tells what the model lacks.`;
  const explained = errors.filter((error) => error.words !== undefined && error.words.length > 0);
  const how =
    explained.length === 0
      ? ""
      : "The words of the first few are tinted by what leaving each out does to the answer: filled ones spoke for the wrong answer, those in a dashed frame against it.";
  return {
    title,
    body: [what, how].join("\n\n"),
    figures: explained.map((error) => errorFigure(error)),
    tables: [
      {
        caption: "The worst errors",
        columns: [
          { label: "Text" },
          { label: "Expected" },
          { label: "Found" },
          { label: isNumber ? "Off by" : "Confidence", align: "right" },
          { label: "Tags" },
        ],
        rows: errors.map(({ text, pair, expected, found, confidence, tags = {} }) => [
          shortText(pair === undefined ? text : `${text} | ${pair}`),
          expected,
          found,
          isNumber ? confidence.toPrecision(3) : percentOf(confidence),
          Object.values(tags).join(", ") || null,
        ]),
      },
    ],
  };
}

function errorFigure({ expected, found, confidence, words = [] }: TextError): Figure {
  const strongest = words.toSorted((a, b) => Math.abs(b.importance) - Math.abs(a.importance));
  const spoken = strongest.slice(0, 3).map(({ word }) => word);
  return {
    title: `${found} (${percentOf(confidence)}), should be ${expected}`,
    svg: tintedWords(
      words,
      `${words.map(({ word }) => word).join(" ")}. Read as ${found}, mostly for ${spoken.join(", ")}.`,
    ),
    table: {
      columns: [{ label: "Word" }, { label: "Probability lost without it" }],
      rows: strongest.map(({ word, importance }) => [word, importance]),
    },
  };
}

function shortText(text: string): string {
  const letters = Array.from(text);
  return letters.length > 300 ? `${letters.slice(0, 299).join("")}\u2026` : text;
}
