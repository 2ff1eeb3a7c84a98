// Where things lie in a store:
//   blobs/<sha256>                                a file, by its sum, so that versions share what is equal
//   models/<name>/versions/<version>/manifest.json
//   models/<name>/promotions/<number>.json

export const blobKey = (sha256: string): string => `blobs/${sha256}`;

export const versionsOf = (name: string): string => `models/${name}/versions/`;
export const manifestKey = (name: string, version: string): string =>
  `${versionsOf(name)}${version}/manifest.json`;

export const promotionsOf = (name: string): string => `models/${name}/promotions/`;
/** Padded, so that a listing is in order. */
export const promotionKey = (name: string, number: number): string =>
  `${promotionsOf(name)}${String(number).padStart(8, "0")}.json`;
