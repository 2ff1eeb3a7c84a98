// Misconception: Each layer works on the network's input.
// file: src/network.ts
//#region solution 2.9 run the layers forward
    let activation = x;
    for (const layer of this.layers) activation = layer.forward(x, mode);
    return activation;
//#endregion
