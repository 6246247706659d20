import { toError } from '@backstage/errors';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What the reader has asked for last and did not get. */
export interface ReaderFailureState {
  /** Why the page could not be had. */
  page?: Error;
  /** Why the newest version of its site could not be built. */
  build?: Error;
  /** What was said while it was built. */
  buildLog: string[];
}

/**
 * Remembers why a page or a build failed.
 *
 * @remarks The stock reader keeps the reason to itself: it calls any page that could not
 * be loaded one that does not exist.
 */
export class ReaderFailures {
  readonly #listeners = new Set<() => void>();
  readonly #latest: { page?: symbol; build?: symbol } = {};
  #state: ReaderFailureState = { buildLog: [] };

  /** Both for `useSyncExternalStore`. */
  readonly getState = () => this.#state;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Remembers why loading fails, unless another page was asked for meanwhile. */
  async watchPage<T>(load: () => Promise<T>): Promise<T> {
    return this.#watch('page', load);
  }

  /** The same for a build, with what it says on its way. */
  async watchBuild<T>(
    build: (log: (line: string) => void) => Promise<T>,
  ): Promise<T> {
    this.#update({ buildLog: [] });
    return this.#watch('build', () =>
      build(line =>
        this.#update({ buildLog: [...this.#state.buildLog, line] }),
      ),
    );
  }

  async #watch<T>(what: 'page' | 'build', ask: () => Promise<T>): Promise<T> {
    const turn = Symbol(what);
    this.#latest[what] = turn;
    this.#update({ [what]: undefined });
    try {
      return await ask();
    } catch (error) {
      if (this.#latest[what] === turn) {
        this.#update({ [what]: toError(error) });
      }
      throw error;
    }
  }

  #update(change: Partial<ReaderFailureState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

export const readerFailuresApiRef = createApiRef<ReaderFailures>({
  id: 'plugin.techdocs.atrium-reader-failures',
});
