/** From the first to the last number, both included. */
type NumberRange = readonly [first: number, last: number];

/** The numbers and names of a message or an enum that nothing may take again. */
export class Reservation {
  readonly #ranges: readonly NumberRange[];
  readonly #names: ReadonlySet<string>;

  /** @param declared - as the parser keeps them, with both ends of a range */
  constructor(declared: readonly (readonly number[] | string)[] = []) {
    const ranges: NumberRange[] = [];
    const names = new Set<string>();
    for (const entry of declared) {
      if (typeof entry === 'string') {
        names.add(entry);
      } else {
        ranges.push([entry[0], entry[1]]);
      }
    }
    this.#ranges = mergeRanges(ranges);
    this.#names = names;
  }

  includes(number: number): boolean {
    return this.#ranges.some(
      ([first, last]) => first <= number && number <= last,
    );
  }

  /** What another one leaves free of this one, in words. */
  findFreed(other: Reservation, takenNumbers: Iterable<number>): string[] {
    const covers = mergeRanges([
      ...other.#ranges,
      ...[...takenNumbers].map((number): NumberRange => [number, number]),
    ]);
    return [
      ...subtractRanges(this.#ranges, covers).map(([first, last]) =>
        first === last ? String(first) : `${first} to ${last}`,
      ),
      ...[...this.#names]
        .filter(name => !other.#names.has(name))
        .map(name => `'${name}'`),
    ];
  }
}

/** The same numbers in ranges that do not touch, in order. */
function mergeRanges(ranges: readonly NumberRange[]): NumberRange[] {
  const merged: NumberRange[] = [];
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) {
      merged[merged.length - 1] = [previous[0], Math.max(previous[1], last)];
    } else {
      merged.push([first, last]);
    }
  }
  return merged;
}

/** Of merged ranges what other merged ones do not cover. */
function subtractRanges(
  ranges: readonly NumberRange[],
  covers: readonly NumberRange[],
): NumberRange[] {
  const left: NumberRange[] = [];
  let index = 0;
  for (const [first, last] of ranges) {
    let next = first;
    while (index < covers.length && covers[index][0] <= last) {
      const [from, to] = covers[index];
      if (from > next) {
        left.push([next, from - 1]);
      }
      next = Math.max(next, to + 1);
      if (to > last) {
        // It may cover the next range, too.
        break;
      }
      index += 1;
    }
    if (next <= last) {
      left.push([next, last]);
    }
  }
  return left;
}
