import { setFlagsFromString } from 'node:v8';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** By what the threads of a process find out about it. */
const KEY = 'atrium.docs.optimiser-rest';

const NOT_BEGUN = 0;
const BEGUN = 1;
const OVER = 2;

function setOptimising(isOn: boolean): void {
  setFlagsFromString(isOn ? '--turbofan' : '--no-turbofan');
}

/**
 * The time in which the second optimising compiler of V8 rests, in all threads of a
 * process. Most sites are built before its code has saved what it took to compile.
 *
 * @remarks
 * As an option of the process it would cost Node the compiled code of its own modules,
 * which V8 takes only under the usual flags. So the rest begins when all is loaded.
 */
export class OptimiserRest {
  /** Has a rest begin when a thread that is started later is ready. */
  static prepare(): OptimiserRest {
    const state = new Int32Array(
      new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    );
    setEnvironmentData(KEY, state);
    return new OptimiserRest(state);
  }

  /** The rest of the process that this thread belongs to, if one was prepared. */
  static find(): OptimiserRest | undefined {
    const state = getEnvironmentData(KEY);
    return state instanceof Int32Array ? new OptimiserRest(state) : undefined;
  }

  readonly #state: Int32Array;

  private constructor(state: Int32Array) {
    this.#state = state;
  }

  begin(): void {
    if (
      Atomics.compareExchange(this.#state, 0, NOT_BEGUN, BEGUN) === NOT_BEGUN
    ) {
      setOptimising(false);
    }
  }

  /** The process has built for a while, or may build for long. */
  end(): void {
    Atomics.store(this.#state, 0, OVER);
    setOptimising(true);
  }

  /** Does what only counts under the usual flags. */
  interrupt(work: () => void): void {
    setOptimising(true);
    try {
      work();
    } finally {
      setOptimising(Atomics.load(this.#state, 0) !== BEGUN);
    }
  }
}
