import { type Interval, startOfMinute } from '../engine/Interval';
import { type Piece, splitInterval } from '../engine/splitInterval';

/** Numbers the distinct windows and pieces. */
export class SumPlan {
  readonly #windows = new Map<string, number>();
  readonly #pieces = new Map<string, { id: number; piece: Piece }>();
  readonly #parts: [window: number, piece: number][] = [];
  readonly #requested = new Map<string, [series: number, window: number]>();

  /** Adds a window of a series; returns the number of the window. */
  addWindow(seriesId: number, intervals: Interval[]): number {
    const windowId = this.#idOf(intervals);
    this.#requested.set(`${seriesId} ${windowId}`, [seriesId, windowId]);
    return windowId;
  }

  /** What the statement is called with. */
  bindings(): (number[] | string[] | Date[])[] {
    const requested = [...this.#requested.values()];
    const pieces = [...this.#pieces.values()];
    return [
      requested.map(([series]) => series),
      requested.map(([, window]) => window),
      pieces.map(({ id }) => id),
      pieces.map(({ piece }) => piece.grain),
      pieces.map(({ piece }) => startOfMinute(piece.from)),
      pieces.map(({ piece }) => startOfMinute(piece.to)),
      this.#parts.map(([window]) => window),
      this.#parts.map(([, piece]) => piece),
    ];
  }

  #idOf(intervals: Interval[]): number {
    const key = intervals.map(({ from, to }) => `${from}-${to}`).join(' ');
    const known = this.#windows.get(key);
    if (known !== undefined) {
      return known;
    }
    const id = this.#windows.size;
    this.#windows.set(key, id);
    for (const piece of intervals.flatMap(splitInterval)) {
      const name = `${piece.grain} ${piece.from} ${piece.to}`;
      const { id: pieceId } = this.#pieces.get(name) ?? {
        id: this.#pieces.size,
      };
      this.#pieces.set(name, { id: pieceId, piece });
      this.#parts.push([id, pieceId]);
    }
    return id;
  }
}
