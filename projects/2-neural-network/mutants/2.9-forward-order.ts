// Misconception: The backward pass visits the layers in the same order as the forward pass.
// file: src/network.ts
//#region solution 2.9 run the layers backward
    let gradient = dY;
    for (const layer of this.layers) gradient = layer.backward(gradient);
    return gradient;
//#endregion
