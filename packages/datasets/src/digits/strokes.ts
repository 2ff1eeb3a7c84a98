/** A point of the page a digit is drawn on: x grows to the right, y downwards, both about 0 to 1. */
export type Point = readonly [x: number, y: number];

/** One smooth pen movement through its points; a corner is where one stroke ends and the next starts. */
export type Stroke = readonly Point[];

/** The randomness a drawing needs: a uniform number in [0, 1). */
export interface Dice {
  random(): number;
}

/** `mean` give or take `spread`, uniformly. */
export function vary(dice: Dice, mean: number, spread: number): number {
  return mean + spread * (2 * dice.random() - 1);
}

function oval(dice: Dice): Stroke {
  const [rx, ry] = [vary(dice, 0.33, 0.1), 0.5];
  const start = vary(dice, -Math.PI / 2, 0.7);
  // Pens rarely close the ring exactly: they stop short or run past the start.
  const sweep = -(2 * Math.PI + vary(dice, 0.05, 0.35));
  return Array.from({ length: 13 }, (_, i): Point => {
    const angle = start + (sweep * i) / 12;
    return [0.5 + rx * Math.cos(angle), 0.5 + ry * Math.sin(angle)];
  });
}

function zero(dice: Dice): Stroke[] {
  return [oval(dice)];
}

function one(dice: Dice): Stroke[] {
  const stem: Stroke = [
    [0.5, 0],
    [vary(dice, 0.5, 0.03), 0.5],
    [0.5, 1],
  ];
  const style = dice.random();
  if (style < 0.7) return [stem];
  const flag: Stroke = [
    [vary(dice, 0.3, 0.08), vary(dice, 0.22, 0.08)],
    [0.5, 0],
  ];
  if (style < 0.9) return [flag, stem];
  const half = vary(dice, 0.24, 0.08);
  return [
    flag,
    stem,
    [
      [0.5 - half, 1],
      [0.5 + half, 1],
    ],
  ];
}

function two(dice: Dice): Stroke[] {
  const top: Point[] = [
    [0.14, vary(dice, 0.26, 0.08)],
    [0.3, 0.06],
    [0.58, 0.01],
    [vary(dice, 0.8, 0.06), 0.22],
    [0.66, vary(dice, 0.52, 0.06)],
  ];
  if (dice.random() < 0.5) {
    // The cursive form: the pen loops at the bottom left and leaves to the right.
    const loop = vary(dice, 0.12, 0.05);
    return [
      [
        ...top,
        [0.36, 0.86],
        [0.18, 0.98],
        [0.08, 0.92],
        [0.2, 0.94 - loop],
        [0.5, 0.93],
        [0.92, 0.99],
      ],
    ];
  }
  const corner: Point = [0.12, 0.97];
  return [
    [...top, [0.38, 0.8], corner],
    [corner, [0.5, vary(dice, 0.95, 0.04)], [0.9, 0.97]],
  ];
}

function three(dice: Dice): Stroke[] {
  const waist: Point = [vary(dice, 0.42, 0.08), vary(dice, 0.46, 0.04)];
  const bowl: Stroke = [
    waist,
    [0.74, 0.54],
    [vary(dice, 0.82, 0.05), 0.76],
    [0.52, 1],
    [0.12, vary(dice, 0.9, 0.06)],
  ];
  if (dice.random() < 0.2) {
    const corner: Point = [0.76, 0.03];
    return [[[0.15, 0.04], corner], [corner, waist], bowl];
  }
  return [[[0.15, vary(dice, 0.14, 0.06)], [0.42, 0], [0.74, 0.14], [0.68, 0.34], waist], bowl];
}

function four(dice: Dice): Stroke[] {
  const bar = vary(dice, 0.56, 0.08);
  if (dice.random() < 0.3) {
    const [apex, stem] = [vary(dice, 0.64, 0.06), vary(dice, 0.66, 0.05)];
    const corner: Point = [0.1, bar];
    return [
      [[apex, 0], corner],
      [corner, [0.9, bar]],
      [
        [apex, 0],
        [stem, 1],
      ],
    ];
  }
  const left = vary(dice, 0.16, 0.06);
  return [
    [
      [vary(dice, 0.2, 0.08), 0.02],
      [left, 0.3],
      [left + 0.03, bar - 0.06],
      [0.42, bar],
      [0.86, vary(dice, bar - 0.05, 0.04)],
    ],
    [
      [vary(dice, 0.76, 0.06), vary(dice, 0.05, 0.08)],
      [0.7, 0.5],
      [vary(dice, 0.66, 0.06), 1],
    ],
  ];
}

function five(dice: Dice): Stroke[] {
  const corner: Point = [vary(dice, 0.3, 0.06), vary(dice, 0.05, 0.03)];
  const turn: Point = [vary(dice, 0.24, 0.05), vary(dice, 0.44, 0.05)];
  return [
    [[vary(dice, 0.84, 0.1), vary(dice, 0.02, 0.05)], corner],
    [corner, turn],
    [
      turn,
      [0.5, 0.36],
      [vary(dice, 0.8, 0.06), 0.58],
      [0.72, 0.88],
      [0.42, 1],
      [0.1, vary(dice, 0.9, 0.07)],
    ],
  ];
}

function six(dice: Dice): Stroke[] {
  const loop = vary(dice, 0.52, 0.07);
  return [
    [
      [vary(dice, 0.66, 0.12), 0],
      [0.38, 0.22],
      [0.2, 0.58],
      [0.26, 0.88],
      [0.52, 1],
      [vary(dice, 0.78, 0.05), 0.82],
      [0.7, loop + 0.08],
      [0.48, loop],
      [0.24, loop + 0.2],
    ],
  ];
}

function seven(dice: Dice): Stroke[] {
  const corner: Point = [vary(dice, 0.86, 0.05), vary(dice, 0.05, 0.05)];
  const strokes: Stroke[] = [
    [[0.12, vary(dice, 0.08, 0.05)], [0.5, vary(dice, 0.06, 0.04)], corner],
    [corner, [vary(dice, 0.62, 0.06), 0.45], [vary(dice, 0.42, 0.12), 1]],
  ];
  if (dice.random() < 0.2)
    strokes.push([
      [0.3, vary(dice, 0.5, 0.05)],
      [0.8, vary(dice, 0.48, 0.05)],
    ]);
  if (dice.random() < 0.15)
    strokes.push([
      [0.12, 0.24],
      [0.12, 0.08],
    ]);
  return strokes;
}

function eight(dice: Dice): Stroke[] {
  const [upper, lower] = [vary(dice, 0.24, 0.05), vary(dice, 0.3, 0.06)];
  const start: Point = [0.5 + upper, vary(dice, 0.16, 0.05)];
  return [
    [
      start,
      [0.5, 0],
      [0.5 - upper, 0.18],
      [0.4, 0.38],
      [0.62, 0.56],
      [0.5 + lower, 0.78],
      [0.5, 1],
      [0.5 - lower, 0.8],
      [0.36, 0.58],
      [0.6, 0.38],
      [start[0] + vary(dice, 0, 0.06), start[1] + vary(dice, 0.02, 0.05)],
    ],
  ];
}

function nine(dice: Dice): Stroke[] {
  const right = vary(dice, 0.74, 0.05);
  const loop: Stroke = [
    [right, 0.24],
    [0.52, 0.02],
    [vary(dice, 0.22, 0.05), 0.22],
    [0.3, 0.46],
    [0.54, vary(dice, 0.48, 0.05)],
    [right, 0.24],
  ];
  const tail: Stroke =
    dice.random() < 0.7
      ? [
          [right, 0.24],
          [right - 0.02, 0.6],
          [vary(dice, 0.62, 0.1), 1],
        ]
      : [
          [right, 0.24],
          [right + 0.01, 0.7],
          [0.55, 0.98],
          [vary(dice, 0.24, 0.06), 0.92],
        ];
  return [loop, tail];
}

const digits = [zero, one, two, three, four, five, six, seven, eight, nine] as const;

/** The strokes of one handwritten `digit` (0 to 9), in one of the ways people write it. */
export function drawDigit(digit: number, dice: Dice): Stroke[] {
  return digits[digit](dice);
}
