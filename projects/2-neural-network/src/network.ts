import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer, Mode, Parameter } from "./layers/layer.ts";

/** Layers one after the other; itself a layer, so networks nest. */
export class Sequential implements Layer {
  readonly name: string;
  readonly layers: readonly Layer[];

  constructor(layers: readonly Layer[], name = "sequential") {
    this.layers = layers;
    this.name = name;
  }

  /** Every layer's parameters, named `<position>.<layer>.<parameter>`: `0.dense.weight`. */
  get parameters(): Parameter[] {
    return this.layers.flatMap((layer, i) =>
      layer.parameters.map((parameter) =>
        renamed(parameter, `${i}.${layer.name}.${parameter.name}`),
      ),
    );
  }

  /** Every layer's untrained state, named as the parameters are. */
  get buffers(): Record<string, NDArray> {
    const all: Record<string, NDArray> = {};
    for (const [i, layer] of this.layers.entries()) {
      for (const [name, buffer] of Object.entries(layer.buffers ?? {})) {
        all[`${i}.${layer.name}.${name}`] = buffer;
      }
    }
    return all;
  }

  forward(x: NDArray, mode: Mode): NDArray {
    //#region solution 2.9 run the layers forward
    let activation = x;
    for (const layer of this.layers) activation = layer.forward(activation, mode);
    return activation;
    //#endregion
  }

  backward(dY: NDArray): NDArray {
    //#region solution 2.9 run the layers backward
    let gradient = dY;
    for (const layer of this.layers.toReversed()) gradient = layer.backward(gradient);
    return gradient;
    //#endregion
  }
}

/** The same parameter under a longer name: reading and writing go through to the layer's own. */
function renamed(parameter: Parameter, name: string): Parameter {
  return {
    name,
    decay: parameter.decay,
    get value() {
      return parameter.value;
    },
    set value(value) {
      parameter.value = value;
    },
    get gradient() {
      return parameter.gradient;
    },
    set gradient(gradient) {
      parameter.gradient = gradient;
    },
  };
}
