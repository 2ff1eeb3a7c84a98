/** What is wrong with a safetensors file, header or tensor. The message says where, what was expected and what was found. */
export class SafetensorsError extends Error {
  override name = "SafetensorsError";
}
