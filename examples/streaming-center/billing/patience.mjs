/** Milliseconds. An attempt and the pause after it take seconds; a longer time between two failures was not spent trying. */
const longestAttempt = 60_000;

/**
 * How long something that fails is tried again. A process that was suspended (a machine put to sleep, a paused container) has not tried
 * meanwhile, so its time begins anew.
 */
export class Patience {
  #began;
  #last;

  /** @param {number} milliseconds @param {() => number} now */
  constructor(milliseconds, now = () => performance.now()) {
    this.milliseconds = milliseconds;
    this.now = now;
    this.#began = now();
    this.#last = this.#began;
  }

  /** Asked after each failure: whether to give up. */
  isOver() {
    const now = this.now();
    if (now - this.#last > longestAttempt) this.#began = now;
    this.#last = now;
    return now - this.#began > this.milliseconds;
  }
}
