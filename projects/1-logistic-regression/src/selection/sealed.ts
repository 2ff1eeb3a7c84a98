/**
 * Data that may be looked at once: the test set. Everything before is decided without it, so its one
 * answer is honest; a second look would make it a validation set.
 */
export class Sealed<T> {
  #content: T | undefined;
  #openedFor: string | undefined;

  constructor(content: T) {
    this.#content = content;
  }

  /** Hands out the data, for the stated purpose; throws the second time, naming the first purpose. */
  open(purpose: string): T {
    if (this.#openedFor !== undefined || this.#content === undefined) {
      throw new Error(
        `the test set was opened already, for ${this.#openedFor}; to decide anything more, use validation data`,
      );
    }
    const content = this.#content;
    this.#openedFor = purpose;
    this.#content = undefined;
    return content;
  }
}
