/**
 * Colours are CSS custom properties, so one SVG serves light and dark pages. The fallbacks are for an
 * SVG shown on its own: `currentColor` for text and lines, middle tones for series (at least 3 : 1
 * against white and against near-black). The hues follow Okabe and Ito, "Color Universal Design"
 * (2008), and every series has a dash pattern too, so no reader depends on hue.
 */
export const ink = {
  text: "var(--chart-text, currentColor)",
  muted: "var(--chart-muted, currentColor)",
  grid: "var(--chart-grid, rgba(128, 128, 128, 0.3))",
  page: "var(--page, Canvas)",
} as const;

const seriesColors = [
  "var(--chart-1, #2b7bba)",
  "var(--chart-2, #cc5f13)",
  "var(--chart-3, #14866d)",
  "var(--chart-4, #b0589b)",
  "var(--chart-5, #8a7300)",
  "var(--chart-6, #7a7a7a)",
] as const;

const dashes = ["", "6 3", "2 2.5", "9 3 2 3", "4 2", "1 3"] as const;

export interface SeriesStyle {
  readonly color: string;
  /** `stroke-dasharray`; empty for a solid line. */
  readonly dash: string;
}

/** The look of series `index`: after the sixth the hues return with other dashes. */
export function seriesStyle(index: number): SeriesStyle {
  const round = Math.floor(index / seriesColors.length);
  return {
    color: seriesColors[index % seriesColors.length] ?? seriesColors[0],
    dash: dashes[(index + round) % dashes.length] ?? "",
  };
}

/** The custom properties for a light page (the default) and a dark one. */
export const chartColors = {
  light: {
    "--chart-text": "#24292f",
    "--chart-muted": "#57606a",
    "--chart-grid": "#dfe4e9",
    "--chart-1": "#0b62a8",
    "--chart-2": "#b84a00",
    "--chart-3": "#00735c",
    "--chart-4": "#96407f",
    "--chart-5": "#6f5c00",
    "--chart-6": "#5c5c5c",
  },
  dark: {
    "--chart-text": "#dfe3e8",
    "--chart-muted": "#a3adb8",
    "--chart-grid": "#2d343c",
    "--chart-1": "#6cb6ff",
    "--chart-2": "#f69d50",
    "--chart-3": "#46c7a5",
    "--chart-4": "#e08cc7",
    "--chart-5": "#d6bf4a",
    "--chart-6": "#b4b4b4",
  },
} as const;
