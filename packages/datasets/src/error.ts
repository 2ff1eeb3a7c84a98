/** Why a dataset cannot be had. */
export type UnavailableReason =
  /** the file is nowhere and downloading is switched off */
  | "offline"
  /** every mirror failed */
  | "download"
  /** the file is served nowhere and was not put in place */
  | "no-mirror"
  /** a file of that name is there, but it is not the one it claims to be */
  | "altered"
  /** the data folder cannot be written, or the disk is full */
  | "disk"
  /** the caller's signal fired */
  | "aborted";

/** A dataset cannot be had; the message says why, what was expected and found, and what to do. */
export class DatasetUnavailableError extends Error {
  override readonly name = "DatasetUnavailableError";
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
