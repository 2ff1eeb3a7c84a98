import * as og from "@ml-roadmap/onnx-grad";

// B batch, S sequence, H hidden. Names are those of Hugging Face's checkpoints.

/** The sizes of an encoder. */
export interface BertSizes {
  vocabulary: number;
  positions: number;
  hidden: number;
  layers: number;
  heads: number;
  classes: number;
}

const small = og.normal(0.05);

/** BERT with a classifier on its first token; no dropout, for what is small. */
export function bert(sizes: BertSizes): (graph: og.Graph) => og.Built {
  const { vocabulary, positions, hidden, layers, heads, classes } = sizes;
  return (graph) => {
    const ids = graph.input("input_ids", ["batch", "sequence"], "int64");
    const mask = graph.input("attention_mask", ["batch", "sequence"], "int64");
    const types = graph.input("token_type_ids", ["batch", "sequence"], "int64");
    const labels = graph.input("labels", ["batch"], "int64");

    const dense = (name: string, x: og.Value, width: number) => {
      const inputs = Number(x.shape[x.rank - 1]);
      const weight = graph.parameter(`${name}.weight`, [width, inputs], small);
      return og.linear(x, weight, graph.parameter(`${name}.bias`, [width], og.zeros));
    };
    const norm = (name: string, x: og.Value) =>
      og.layerNorm(
        x,
        graph.parameter(`${name}.weight`, [hidden], og.ones),
        graph.parameter(`${name}.bias`, [hidden], og.zeros),
        1e-12,
      );
    const table = (name: string, rows: number) =>
      graph.parameter(`bert.embeddings.${name}.weight`, [rows, hidden], small);

    const words = og.embedding(table("word_embeddings", vocabulary), ids);
    const places = og.slice(table("position_embeddings", positions), 0, 0, "sequence");
    const kinds = og.embedding(table("token_type_embeddings", 2), types);
    const bias = og.paddingBias(mask);
    const [batch, sequence] = words.shape;
    const split = (x: og.Value) =>
      og.transpose(og.reshape(x, [batch, sequence, heads, hidden / heads]), [0, 2, 1, 3]);
    let x = norm("bert.embeddings.LayerNorm", og.add(og.add(words, places), kinds));
    for (let layer = 0; layer < layers; layer++) {
      const name = `bert.encoder.layer.${layer}`;
      const project = (part: string) => split(dense(`${name}.attention.self.${part}`, x, hidden));
      const mixed = og.attention(project("query"), project("key"), project("value"), { bias });
      const joined = og.reshape(og.transpose(mixed, [0, 2, 1, 3]), x.shape);
      const attended = dense(`${name}.attention.output.dense`, joined, hidden);
      const middle = norm(`${name}.attention.output.LayerNorm`, og.add(attended, x));
      const wide = og.gelu(dense(`${name}.intermediate.dense`, middle, 4 * hidden));
      const narrow = dense(`${name}.output.dense`, wide, hidden);
      x = norm(`${name}.output.LayerNorm`, og.add(narrow, middle));
    }
    const pooled = og.tanh(dense("bert.pooler.dense", og.select(x, 1, 0), hidden));
    const logits = dense("classifier", pooled, classes);
    return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
  };
}
