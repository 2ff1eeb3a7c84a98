// Misconception: reverse() gives a reversed copy.
// file: src/network.ts
//#region solution 2.9 run the layers backward
    let gradient = dY;
    for (const layer of (this.layers as Layer[]).reverse()) gradient = layer.backward(gradient);
    return gradient;
//#endregion
