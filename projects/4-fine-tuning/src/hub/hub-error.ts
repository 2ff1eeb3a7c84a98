/** A model cannot be had from the hub; the message says why, and what to do. */
export class HubError extends Error {
  override readonly name = "HubError";
  /** Whether asking again may help. */
  readonly retry: boolean;

  constructor(
    message: string,
    { retry = false, cause }: { retry?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.retry = retry;
  }
}
