export const precisions = ["int8", "fp32"] as const;

/** Of a model's weights: 8-bit integers, or floats as they were trained. */
export type Precision = (typeof precisions)[number];

const files = { int8: "onnx/model_quantized.onnx", fp32: "onnx/model.onnx" } as const;

/** The file below a model's folder that has its weights in a precision. */
export const modelFile = (precision: Precision): string => files[precision];
