/** One file of a dataset: where it lies in the data folder, what it must be, and where it can be had. */
export interface DatasetFile {
  /** Path below the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Addresses to try in this order; empty when the file is served nowhere. */
  readonly mirrors: readonly string[];
}

export interface DatasetEntry {
  readonly title: string;
  readonly licence: string;
  /** Why no server has these very files, to follow "it is"; for entries without mirrors. */
  readonly rebuilt?: string;
  /** The files by the name that `fetchDataset` returns them under. */
  readonly files: Readonly<Record<string, DatasetFile>>;
}

type Mirrors = (name: string) => string[];

/** A folder of a public repository at a fixed commit: GitHub itself, then the jsDelivr copy of it. */
function github(repository: string, commit: string, folder = ""): Mirrors {
  return (name) => [
    `https://raw.githubusercontent.com/${repository}/${commit}/${folder}${name}`,
    `https://cdn.jsdelivr.net/gh/${repository}@${commit}/${folder}${name}`,
  ];
}

const titanic = github("datasciencedojo/datasets", "f0ccab6a7ceafdff780052166fb6fab3311398eb");
const mnistCopy = github("fgnt/mnist", "ae608a02b796c9ee908c082585a5f006fe05258e");
const mnist: Mirrors = (name) => [
  `https://storage.googleapis.com/cvdf-datasets/mnist/${name}`,
  `https://ossci-datasets.s3.amazonaws.com/mnist/${name}`,
  ...mnistCopy(name),
];
const sst2 = github(
  "clairett/pytorch-sentiment-classification",
  "457ffd83de90a9d6d472d8ffc31bbffe40a8b236",
  "data/SST2/",
);
const sst2Glue = github(
  "nlpaueb/nlp-optimizers",
  "9f573468d63730ec394391837dc02d94583eec8b",
  "data/SST2/",
);
const tinyStories = github(
  "LearningInfiniTensor/learning-lm-rs",
  "e2bd9b1a78aabc525cae146741de75c10c7a340e",
  "models/story/",
);
const bertUncased = github(
  "ashutosh29/distilbert-base-uncased",
  "12040accade4e8a0f71eabdb258fecc2e7e948be",
);
const nowhere: Mirrors = () => [];

function file(path: string, bytes: number, sha256: string, mirrors: Mirrors): DatasetFile {
  return { path, bytes, sha256, mirrors: mirrors(path.slice(path.lastIndexOf("/") + 1)) };
}

/** Every dataset the course knows. Sizes and sums pin the content: a mirror can serve nothing else. */
// prettier-ignore
export const registry = {
  titanic: {
    title: "Titanic passengers: 891 rows, 12 columns, label Survived (342 of 891)",
    licence: "none stated (the Kaggle training table)",
    files: {
      "titanic.csv": file("titanic/titanic.csv", 60_302, "4a437fde05fe5264e1701a7387ac6fb75393772ba38bb2c9c566405af5af4bd7", titanic),
    },
  },
  mnist: {
    title: "MNIST handwritten digits: 60,000 training and 10,000 test images of 28 x 28",
    licence: "usually given as CC BY-SA 3.0 (LeCun, Cortes, Burges)",
    files: {
      "train-images-idx3-ubyte.gz": file("mnist/train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", mnist),
      "train-labels-idx1-ubyte.gz": file("mnist/train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", mnist),
      "t10k-images-idx3-ubyte.gz": file("mnist/t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", mnist),
      "t10k-labels-idx1-ubyte.gz": file("mnist/t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", mnist),
    },
  },
  sst2: {
    title: "SST-2, whole sentences: 6,920 for training, 872 for development; sentence<TAB>label, no header",
    licence: "none stated (Stanford Sentiment Treebank, Socher et al. 2013)",
    files: {
      "train.tsv": file("sst2/train.tsv", 720_259, "ec192f833a64da08f475488a77b0d0b47db47acd0f458bd18433fc793b569920", sst2),
      "dev.tsv": file("sst2/dev.tsv", 92_057, "eddea6b39e601dd4e7a672b53cc40fdf6019fa80522f351206c24340ca5d9359", sst2),
    },
  },
  "sst2-glue": {
    title: "SST-2 as in GLUE: 67,349 phrases and sentences for training, 872 for development; header label<TAB>sentence",
    licence: "none stated (Stanford Sentiment Treebank by way of GLUE)",
    files: {
      "train.tsv": file("sst2-glue/train.tsv", 3_738_731, "dc4a10637729af71aeb11f573482b10031ba7ffe53159403599d06759e484e30", sst2Glue),
      "dev.tsv": file("sst2-glue/dev.tsv", 94_414, "84207e6be5873fb18db798cc6faec86871f5a426554650ff64a1c34e87665f6f", sst2Glue),
    },
  },
  imdb: {
    title: "IMDB reviews as JSON lines: 25,000 labelled, 50,000 unlabelled",
    licence: "none stated (Large Movie Review Dataset v1.0, Maas et al. 2011)",
    rebuilt: "rebuilt as JSON lines from the original archive's text files",
    files: {
      "train.jsonl.gz": file("imdb/train.jsonl.gz", 13_033_951, "c4aa4ea21e52b7a988d2e5b40499449192094297cbbbf09cc807052d477e4428", nowhere),
      "unsup.jsonl.gz": file("imdb/unsup.jsonl.gz", 25_959_263, "af985fe17c8f914b642fe080421c8e6896fcb3a084743f57ac1f2ff2045aa291", nowhere),
    },
  },
  tinystories: {
    title: "TinyStories-656K: a pretrained Llama-type decoder of 656 thousand parameters, float32",
    licence: "Apache-2.0 (raincandy-u/TinyStories-656K)",
    files: {
      "model.safetensors": file("models/tinystories-656k/model.safetensors", 2_626_168, "187d0d5e8360d9625e40e0b35ec57d1ef0eea1a60ddcf09412246bed3484852f", tinyStories),
      "config.json": file("models/tinystories-656k/config.json", 649, "5d34a34a12acbd8b0d4d8b400cb4ad72e6cdd49673d4b27b5b4c4e93030bc7ee", tinyStories),
      "generation_config.json": file("models/tinystories-656k/generation_config.json", 111, "e7837bdba54a36255e4328e034076648ed8a8ca617d7a979a29158191cce6318", tinyStories),
      "tokenizer.json": file("models/tinystories-656k/tokenizer.json", 86_434, "9a7917d490ac034a4e69eb081096226971887e9e66b0969355421613f62b12e7", tinyStories),
      "tokenizer_config.json": file("models/tinystories-656k/tokenizer_config.json", 933, "b41898ab69aa46f6bd13416e9662542e056d0727d565bac0e6552efc08438809", tinyStories),
      "special_tokens_map.json": file("models/tinystories-656k/special_tokens_map.json", 569, "e530a890d28bf0c1e0dfc61b480231d59501cbd3d177ec82bf74547110239175", tinyStories),
    },
  },
  "bert-base-uncased": {
    title: "BERT-base uncased vocabulary: 30,522 WordPieces, no weights",
    licence: "Apache-2.0",
    files: {
      "vocab.txt": file("vocab/bert-base-uncased/vocab.txt", 231_508, "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3", bertUncased),
      "tokenizer.json": file("vocab/bert-base-uncased/tokenizer.json", 466_062, "ce64fce797c24f68df90b40a3f74f579b336a493db14bd583fd520ea0d8c9a98", bertUncased),
    },
  },
} as const satisfies Record<string, DatasetEntry>;

export type DatasetName = keyof typeof registry;

/** Whether there is a dataset of that name. */
export function isDatasetName(name: string): name is DatasetName {
  return Object.hasOwn(registry, name);
}

export const datasetNames = Object.keys(registry).filter(isDatasetName);
