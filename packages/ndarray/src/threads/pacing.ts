/**
 * Whether sharing pays at the moment: when the caller had to wait for a worker that the system had
 * put aside, the next products are not shared, for longer every time that it happens again.
 */
export class Pacing {
  #rest = 0;
  #nextRest = shortestRest;

  /** Asked before every product that is large enough. */
  shouldShare(): boolean {
    if (this.#rest === 0) return true;
    this.#rest--;
    return false;
  }

  /** Told how long a shared product took and how much of that was waiting, in milliseconds. */
  note(total: number, waited: number): void {
    if (waited > total / 4 && waited > leastWait) {
      this.#rest = this.#nextRest;
      this.#nextRest = Math.min(longestRest, this.#nextRest * 2);
    } else this.#nextRest = Math.max(shortestRest, this.#nextRest / 2);
  }
}

const shortestRest = 4;
const longestRest = 256;
const leastWait = 0.1;
