import { seededFraction } from '../../seed.ts';

/** Chance that falls the same way each time: a sequence made of a seed. */
export class Dice {
  readonly #seed: string;
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A number from the minimum up to, but not including, the maximum. */
  between(minimum: number, maximum: number): number {
    this.#count += 1;
    const fraction = seededFraction(`${this.#seed}#${this.#count}`);
    return minimum + fraction * (maximum - minimum);
  }

  /** A whole number between both bounds, which are included. */
  integer(minimum: number, maximum: number): number {
    return Math.floor(this.between(minimum, maximum + 1));
  }

  isTrue(probability: number): boolean {
    return this.between(0, 1) < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.integer(0, values.length - 1)];
  }
}
