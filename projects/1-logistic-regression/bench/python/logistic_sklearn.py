"""scikit-learn's fits, on the data that logistic.ts draws as well."""

import os
import sys
import warnings

import numpy as np
import sklearn
from peer import serve
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "fixtures"))
from titanic_matrices import titanic_embedded, titanic_passengers  # noqa: E402


def correlated(rows, features, rho):
    random = np.random.default_rng(1)
    X = random.standard_normal((rows, features))
    w = random.standard_normal(features)
    for j in range(1, features):
        X[:, j] = rho * X[:, j - 1] + np.sqrt(1 - rho * rho) * X[:, j]
    y = (random.random(rows) < 1 / (1 + np.exp(-(X @ w) / 5))).astype(int)
    return X, y


def data_of(name, rows=0, features=0, rho=0.0, path=""):
    if name == "correlated":
        return correlated(rows, features, rho)
    X, y, _ = titanic_embedded() if name == "embedded" else titanic_passengers(path)
    return X, y


def gradient(X, y, model):
    """Largest entry of the gradient of the mean loss plus penalty."""
    residual = (1 / (1 + np.exp(-(X @ model.coef_[0] + model.intercept_))) - y) / len(y)
    return max(np.abs(X.T @ residual + model.coef_[0] / len(y)).max(), abs(residual.sum()))


def fit(solver, tol, **data):
    """A solver's `tol` means another thing in each: take the loosest that reaches the gradient asked for."""
    warnings.simplefilter("ignore")
    X, y = data_of(**data)
    for own in tol * len(y) * 10.0 ** -np.arange(0, 12, 0.5):
        model = LogisticRegression(solver=solver, tol=own, max_iter=10_000)
        if gradient(X, y, model.fit(X, y)) <= tol:
            break
    else:
        raise RuntimeError(f"does not reach a gradient of {tol}")
    return lambda: model.fit(X, y)


serve({"fit": fit}, versions={"scikit-learn": sklearn.__version__, "numpy": np.__version__})
