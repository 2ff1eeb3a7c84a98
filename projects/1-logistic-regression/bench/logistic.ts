import { cpuTime, inProcess, pythonPeer } from "@ml-roadmap/bench";
import type { Case, Suite } from "@ml-roadmap/bench";
import { kernels } from "@ml-roadmap/ndarray";
import { fitLogisticRegression } from "../src/model/fit-logistic-regression.ts";
import { correlated, type DataSet } from "./data/correlated.ts";
import { embedded, passengers, passengerTable } from "./data/titanic.ts";

const sklearn = pythonPeer(import.meta.url, "bench/python/logistic_sklearn.py", {
  modules: ["numpy", "sklearn"],
  get: "apt install python3-sklearn, or pip install scikit-learn",
});

/** A fit of a millisecond needs many runs before Node has compiled all of it. */
const small = { repeat: 400 };

/** Both sides stop at the same gradient of the mean loss plus penalty, `tol`; L2 with C = 1. */
function fitCase(
  name: string,
  tol: number,
  make: () => DataSet | Promise<DataSet>,
  data: Record<string, unknown>,
): Case {
  const peer = (solver: string) => sklearn.case("fit", { solver, tol, ...data });
  return {
    name: `${name}, gradient ${tol}`,
    measures: [cpuTime("ms")],
    ours: {
      ours: inProcess(async () => {
        const { X, y } = await make();
        return {
          run: () => fitLogisticRegression(X, y, { tol }),
          versions: { "ndarray kernels": kernels().variant },
        };
      }),
    },
    peers: {
      "sklearn lbfgs": peer("lbfgs"),
      "sklearn newton-cholesky": peer("newton-cholesky"),
      "sklearn newton-cg": peer("newton-cg"),
    },
  };
}

const suite: Suite = {
  description: "fitting a logistic regression, against scikit-learn's solvers",
  cases: ({ quick }) => {
    const shape = { rows: quick ? 10_000 : 100_000, features: 100 };
    const large = (rho: number, tol: number) => {
      const make = () => correlated(shape.rows, shape.features, rho);
      const name = `${shape.rows.toLocaleString("en")} x 100, neighbours correlated ${rho}`;
      return fitCase(name, tol, make, { name: "correlated", ...shape, rho });
    };
    const path = passengerTable;
    const table = { name: "passengers", path };
    return [
      { ...fitCase("Titanic, 2,201 x 5", 1e-6, embedded, { name: "embedded" }), ...small },
      ...(path ? [{ ...fitCase("Titanic, 891 x 9", 1e-6, passengers, table), ...small }] : []),
      ...[0, 0.5, 0.9].flatMap((rho) => [large(rho, 1e-4), large(rho, 1e-6)]),
    ];
  },
};
export default suite;
