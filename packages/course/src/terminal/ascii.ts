/** What replaces a character on consoles that know only ASCII; anything else becomes "?". */
const replacements: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "−": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "…": "...",
  "·": "-",
  "•": "*",
  "×": "x",
  "÷": "/",
  "→": "->",
  "←": "<-",
  "⇒": "=>",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "≈": "~",
  "±": "+-",
  "∞": "inf",
  "√": "sqrt",
  "∑": "sum",
  "∂": "d",
  "∇": "grad",
  "²": "^2",
  "³": "^3",
  "°": "deg",
  "\u00a0": " ",
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "eps",
  η: "eta",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
  Σ: "Sum",
  Δ: "Delta",
};

/** A text in plain ASCII: what we know is spelled out, accents go, the rest becomes "?". */
export function toAscii(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => {
    const known = replacements[character];
    if (known !== undefined) return known;
    const plain = character.normalize("NFD").replace(/\P{ASCII}/gu, "");
    return plain === "" ? "?" : plain;
  });
}
