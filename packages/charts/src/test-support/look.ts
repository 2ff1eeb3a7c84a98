// Functions that playwright runs inside the page: each must stand alone.
// oxlint-disable consistent-function-scoping -- nothing outside of them travels with them

/** Texts of charts that reach out of their picture by more than two pixels. */
export function cutTexts(): string[] {
  return [...document.querySelectorAll("svg.chart")].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")]
      .filter((text) => {
        const box = text.getBoundingClientRect();
        return (
          box.left < frame.left - 2 ||
          box.right > frame.right + 2 ||
          box.top < frame.top - 2 ||
          box.bottom > frame.bottom + 2
        );
      })
      .map((text) => text.textContent ?? "");
  });
}

/** Pairs of texts of one chart that lie on each other. */
export function overlaps(): string[] {
  return [...document.querySelectorAll("svg.chart")].flatMap((svg) => {
    const boxes = [...svg.querySelectorAll("text")].map((text) => ({
      text: text.textContent ?? "",
      box: text.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ text, box: a }, i) =>
      boxes
        .slice(i + 1)
        .filter(({ box: b }) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          // Line boxes are taller than letters: they may touch by a quarter of their height.
          return across > 1 && down > Math.min(a.height, b.height) / 4;
        })
        .map((other) => `${text} | ${other.text}`),
    );
  });
}

/** The size of the smallest text on the page in CSS pixels, as scaled. */
export function smallestText(): number {
  const sizes = [...document.querySelectorAll("body *")].flatMap((element) => {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "",
    );
    if (!own) return [];
    const svg = element.closest("svg");
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    return [parseFloat(getComputedStyle(element).fontSize) * scale];
  });
  return Math.min(...sizes);
}

/** WCAG contrast of every text with what lies behind it: the page, or the tinted cell of a confusion matrix. */
export function contrasts(): { text: string; ratio: number }[] {
  type Color = [number, number, number, number];
  const parse = (color: string): Color => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a]: Color, [R, G, B]: Color): Color => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const luminance = (color: Color) => {
    const [r = 0, g = 0, b = 0] = color.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = parse(getComputedStyle(document.documentElement).backgroundColor);
  const behind = (element: Element): Color => {
    const box = element.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const tints =
      element.localName === "text"
        ? [...(element.closest("svg")?.querySelectorAll("rect") ?? [])]
        : [];
    return tints
      .filter((rect) => {
        const area = rect.getBoundingClientRect();
        return x > area.left && x < area.right && y > area.top && y < area.bottom;
      })
      .reduce<Color>((below, rect) => {
        const style = getComputedStyle(rect);
        const [r, g, b, a] = parse(style.fill);
        return style.fill === "none"
          ? below
          : over([r, g, b, a * parseFloat(style.fillOpacity)], below);
      }, page);
  };
  return [...document.querySelectorAll("body *")].flatMap((element) => {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent ?? "")
      .join("")
      .trim();
    if (text === "") return [];
    const style = getComputedStyle(element);
    const back = behind(element);
    const front = over(parse(element.localName === "text" ? style.fill : style.color), back);
    const [low = 0, high = 0] = [luminance(front), luminance(back)].toSorted((a, b) => a - b);
    return [{ text, ratio: (high + 0.05) / (low + 0.05) }];
  });
}
