import { array, type NDArray } from "@ml-roadmap/ndarray";
import { golden } from "@ml-roadmap/testing";

interface Fixture {
  cases: Record<string, Record<string, unknown>>;
}

type Nested = number | Nested[];

const { cases } = golden<Fixture>(import.meta.url, "../fixtures/layers.json");

/** One case of `fixtures/layers.json`, which PyTorch computed; arrays come as float64. */
export function pytorch(name: string): (key: string) => NDArray {
  // The generator writes nested numbers under every key that the tests ask for.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (key) => array(cases[name][key] as Nested);
}
