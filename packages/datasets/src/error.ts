/** Why a dataset cannot be had. */
export type UnavailableReason =
  /** the file is nowhere, and downloading is switched off */
  | "offline"
  /** every mirror failed */
  | "download"
  /** the file is served nowhere and was not put in place */
  | "no-mirror"
  /** a file of that name is there, but it is not what it should be */
  | "altered"
  /** no data folder can be written, or the disk is full */
  | "disk"
  /** the caller's signal fired */
  | "aborted";

/** A dataset cannot be had; the message says why, what was expected and found, and what to do. */
export class DatasetUnavailableError extends Error {
  override readonly name = "DatasetUnavailableError";
  readonly reason: UnavailableReason;
  /** The cause in a few words, to follow "because". */
  readonly because: string;

  constructor(reason: UnavailableReason, because: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    this.because = because;
  }
}
