const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Within this time a second signal is an echo of the first, not a wish. */
const ECHO_MS = 700;

/**
 * Somebody's wish that the command ends: Ctrl-C, a signal, a closed terminal,
 * or the death of the process that handed over to this one.
 */
export class StopRequest {
  readonly #requested = Promise.withResolvers<undefined>();
  #requestedAt: number | undefined;
  #onImpatience = () => {};

  constructor() {
    for (const signal of SIGNALS) {
      process.on(signal, () => this.#handle());
    }
    if (process.channel) {
      process.once('disconnect', () => this.#handle());
      process.channel.unref();
    }
  }

  get requested(): Promise<undefined> {
    return this.#requested.promise;
  }

  get isRequested(): boolean {
    return this.#requestedAt !== undefined;
  }

  /** Called when the wish is repeated. */
  onImpatience(callback: () => void): void {
    this.#onImpatience = callback;
  }

  #handle(): void {
    const now = Date.now();
    if (this.#requestedAt === undefined) {
      this.#requestedAt = now;
      this.#requested.resolve(undefined);
    } else if (now - this.#requestedAt > ECHO_MS) {
      this.#onImpatience();
    }
  }
}
