/**
 * Colours are CSS custom properties, so one SVG serves light and dark pages. The fallbacks are for an
 * SVG shown on its own: `currentColor` for text and lines, middle tones for series (at least 3 : 1
 * against white and against near-black). Hue and lightness were searched so that any two differ in
 * full colour vision, protanopia, deuteranopia and tritanopia; every series has a dash pattern too.
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
    "--chart-1": "#2d55a3",
    "--chart-2": "#c15800",
    "--chart-3": "#138e83",
    "--chart-4": "#8b146e",
    "--chart-5": "#5f5304",
    "--chart-6": "#636566",
  },
  dark: {
    "--chart-text": "#dfe3e8",
    "--chart-muted": "#a3adb8",
    "--chart-grid": "#2d343c",
    "--chart-1": "#73b3fc",
    "--chart-2": "#f59c50",
    "--chart-3": "#8feac0",
    "--chart-4": "#c980ab",
    "--chart-5": "#e5d16f",
    "--chart-6": "#b1b3b5",
  },
} as const;
