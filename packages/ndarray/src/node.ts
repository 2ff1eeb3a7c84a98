export { loadNpy, loadNpz, saveNpy, saveNpz } from "./npy/files.ts";
