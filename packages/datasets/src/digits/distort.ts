import type { Dice, Point } from "./strokes.ts";
import { vary } from "./strokes.ts";

/** Waves per axis of the elastic field; more would break strokes instead of bending them. */
const WAVES = 3;

/** A standard normal draw (Box-Muller), so that any source of uniform numbers will do. */
function normal(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice.random())) * Math.cos(2 * Math.PI * dice.random());
}

/**
 * One writer's hand: a map of the page that leans, turns, stretches and bends whatever is drawn.
 * It is one smooth map for the whole digit, so strokes that touched still touch.
 */
export function randomHand(dice: Dice): (point: Point) => Point {
  const turn = 0.13 * normal(dice);
  const lean = 0.12 + 0.22 * normal(dice); // right-handed writing leans to the right
  const stretch = Math.exp(0.18 * normal(dice));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const bend = [0, 1].map(() =>
    Array.from({ length: WAVES }, () => ({
      amplitude: 0.035 * normal(dice),
      kx: vary(dice, 0, 5),
      ky: vary(dice, 0, 5),
      phase: vary(dice, 0, Math.PI),
    })),
  );
  const field = (axis: number, x: number, y: number) =>
    bend[axis].reduce((sum, w) => sum + w.amplitude * Math.sin(w.kx * x + w.ky * y + w.phase), 0);

  return ([px, py]) => {
    const x = (px - 0.5 + field(0, px, py)) * stretch * 0.8;
    const y = py - 0.5 + field(1, px, py);
    const leaning = x - lean * y;
    return [cos * leaning - sin * y, sin * leaning + cos * y];
  };
}
