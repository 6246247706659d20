import { setImmediate } from 'node:timers/promises';

/** The time that one build may take, checked between pages. */
export class Deadline {
  private readonly endsAt: number;

  constructor(private readonly seconds: number) {
    this.endsAt = performance.now() + seconds * 1000;
  }

  /** Lets other work of the backend run, then fails when time is up. */
  async pass(): Promise<void> {
    await setImmediate();
    if (performance.now() > this.endsAt) {
      throw new Error(
        `Building the documentation took longer than ${this.seconds} seconds`,
      );
    }
  }
}
