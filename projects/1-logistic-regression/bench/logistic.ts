import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cpuTime, inProcess, pythonPeer } from "@ml-roadmap/bench";
import type { Case, Suite } from "@ml-roadmap/bench";
import { loadTitanic } from "@ml-roadmap/datasets";
import { kernels } from "@ml-roadmap/ndarray";
import { fitLogisticRegression } from "../src/model/fit-logistic-regression.ts";
import { embeddedTitanicMatrix, passengerTitanicMatrix } from "../src/testing/titanic-matrices.ts";
import { correlated, type DataSet } from "./data/correlated.ts";

const sklearn = pythonPeer(import.meta.url, "bench/python/logistic_sklearn.py", {
  modules: ["numpy", "sklearn"],
  get: "apt install python3-sklearn, or pip install scikit-learn",
});

const solvers = ["lbfgs", "newton-cholesky", "newton-cg"];

/** Both sides stop at the same gradient of the mean loss plus penalty, `tol`; L2 with C = 1. */
function fitCase(
  name: string,
  tol: number,
  make: () => DataSet | Promise<DataSet>,
  data: Record<string, unknown>,
  repeat?: number,
): Case {
  const peers = solvers.map(
    (solver) => [`sklearn ${solver}`, sklearn.case("fit", { solver, tol, ...data })] as const,
  );
  return {
    name: `${name}, gradient ${tol}`,
    measures: [cpuTime("ms")],
    ...(repeat !== undefined && { repeat }),
    ours: {
      ours: inProcess(async () => {
        const { X, y } = await make();
        return {
          run: () => fitLogisticRegression(X, y, { tol }),
          versions: { "ndarray kernels": kernels().variant },
        };
      }),
    },
    peers: Object.fromEntries(peers),
  };
}

/** A fit of a millisecond needs many runs before Node has compiled all of it. */
const small = 400;

const embedded = async () => embeddedTitanicMatrix((await loadTitanic({ source: "embedded" })).csv);
const table = join(process.env["ML_ROADMAP_DATA"] ?? "", "titanic", "titanic.csv");
const passengers = () => passengerTitanicMatrix(readFileSync(table, "utf8"));

const suite: Suite = {
  description: "fitting a logistic regression, against scikit-learn's solvers",
  cases: ({ quick }) => {
    const rows = quick ? 10_000 : 100_000;
    const large = (rho: number, tol: number) =>
      fitCase(
        `${rows.toLocaleString("en")} x 100, neighbours correlated ${rho}`,
        tol,
        () => correlated(rows, 100, rho),
        { name: "correlated", rows, features: 100, rho },
      );
    return [
      fitCase("Titanic, 2,201 x 5", 1e-6, embedded, { name: "embedded" }, small),
      ...(existsSync(table)
        ? [
            fitCase(
              "Titanic, 891 x 9",
              1e-6,
              passengers,
              { name: "passengers", path: table },
              small,
            ),
          ]
        : []),
      ...[0, 0.5, 0.9].flatMap((rho) => [large(rho, 1e-4), large(rho, 1e-6)]),
    ];
  },
};
export default suite;
