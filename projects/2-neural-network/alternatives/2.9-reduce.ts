// Alternative: Both passes are folds over the list of layers.
// file: src/network.ts
//#region solution 2.9 run the layers forward
    return this.layers.reduce((activation, layer) => layer.forward(activation, mode), x);
//#endregion
//#region solution 2.9 run the layers backward
    return this.layers.reduceRight((gradient, layer) => layer.backward(gradient), dY);
//#endregion
