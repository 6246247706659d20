import { setFlagsFromString } from 'node:v8';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** By what the threads of a process find out about it. */
const KEY = 'atrium.docs.v8-rest';

const NOT_BEGUN = 0;
const BEGUN = 1;
const OVER = 2;

/** V8 looks at this flag each time that it may compile something again. */
function setAtWork(isAtWork: boolean): void {
  setFlagsFromString(isAtWork ? '--turbofan' : '--no-turbofan');
}

/**
 * The time in which V8 leaves out its second optimising compiler, in all threads of a
 * process: what it makes saves time only later, and most sites are built before that.
 *
 * @remarks
 * As an option of the process it would cost Node the compiled code of its own modules,
 * which V8 takes only under the usual flags. So the rest begins when all is loaded.
 */
export class V8Rest {
  /** Has a rest begin when a thread that is started later is ready. */
  static prepare(): V8Rest {
    const state = new Int32Array(
      new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    );
    setEnvironmentData(KEY, state);
    return new V8Rest(state);
  }

  /** The rest of the process that this thread belongs to, if one was prepared. */
  static find(): V8Rest | undefined {
    const state = getEnvironmentData(KEY);
    return state instanceof Int32Array ? new V8Rest(state) : undefined;
  }

  readonly #state: Int32Array;

  private constructor(state: Int32Array) {
    this.#state = state;
  }

  begin(): void {
    if (
      Atomics.compareExchange(this.#state, 0, NOT_BEGUN, BEGUN) === NOT_BEGUN
    ) {
      this.#rest();
    }
  }

  /** The process has built for a while, or may build for long. */
  end(): void {
    Atomics.store(this.#state, 0, OVER);
    setAtWork(true);
  }

  /** Does what only counts under the usual flags. */
  interrupt(work: () => void): void {
    setAtWork(true);
    try {
      work();
    } finally {
      if (Atomics.load(this.#state, 0) === BEGUN) {
        this.#rest();
      }
    }
  }

  #rest(): void {
    setAtWork(false);
    // Another thread may have ended it meanwhile.
    if (Atomics.load(this.#state, 0) === OVER) {
      setAtWork(true);
    }
  }
}
