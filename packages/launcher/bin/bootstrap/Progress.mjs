// @ts-check

/**
 * One line per step with the time it took. On a terminal the line of the step
 * under way is shown first and then replaced; elsewhere only finished steps
 * are printed.
 */
export class Progress {
  /** @param {NodeJS.WriteStream} stream */
  constructor(stream) {
    this.stream = stream;
  }

  /**
   * Runs a step and prints its line. A step that returns a string replaces
   * its label, for what is known only afterwards, such as a version.
   *
   * @template T
   * @param {string} label
   * @param {() => Promise<T>} run
   * @returns {Promise<T>}
   */
  async step(label, run) {
    const startedAt = performance.now();
    const stopTicking = this.#show(label, startedAt);
    try {
      const result = await run();
      stopTicking();
      this.#finish('✔', typeof result === 'string' ? result : label, startedAt);
      return result;
    } catch (error) {
      stopTicking();
      this.#finish('✖', label, startedAt);
      throw error;
    }
  }

  /**
   * @param {string} label
   * @param {number} startedAt
   */
  #show(label, startedAt) {
    if (!this.stream.isTTY) {
      return () => {};
    }
    const write = () =>
      this.stream.write(`\r\x1b[2K… ${label}  ${seconds(startedAt)}`);
    write();
    const timer = setInterval(write, 1000);
    timer.unref();
    return () => clearInterval(timer);
  }

  /**
   * @param {string} mark
   * @param {string} label
   * @param {number} startedAt
   */
  #finish(mark, label, startedAt) {
    const start = this.stream.isTTY ? '\r\x1b[2K' : '';
    this.stream.write(`${start}${mark} ${label}  ${seconds(startedAt)}\n`);
  }
}

/** @param {number} startedAt */
function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
