// Alternative: Cuts the vectors into parts and lays them one beside the other on a new axis.
// file: src/models/attention.ts
//#region solution 4.4 cut the last axis into heads and put the heads before the tokens
  const size = Number(hidden) / heads;
  const parts = Array.from({ length: heads }, (_, head) => {
    const part = og.slice(x, 2, head * size, (head + 1) * size);
    return og.expandDims(part, 1);
  });
  return heads === 1 ? parts[0] : og.concatenate(parts, 1);
//#endregion
