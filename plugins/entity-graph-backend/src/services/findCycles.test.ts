import { findCycles } from './findCycles';

const graph = (edges: Record<string, string[]>) =>
  new Map(Object.entries(edges));

describe('findCycles', () => {
  it('finds each group of entities that depend on each other, largest first', () => {
    expect(
      findCycles(
        graph({
          a: ['b', 'x'],
          b: ['c'],
          c: ['a', 'd'],
          // A second way round, longer than the first.
          d: ['e'],
          e: ['a'],
          x: ['y'],
          y: ['x', 'leaf'],
          top: ['a', 'x'],
        }),
      ),
    ).toEqual([
      { refs: ['a', 'b', 'c'], size: 5 },
      { refs: ['x', 'y'], size: 2 },
    ]);
  });

  it('finds none where everything leads down', () => {
    expect(findCycles(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
  });

  it('follows a chain that is too long for the call stack', () => {
    const length = 50_000;
    const chain = new Map(
      Array.from({ length }, (_, index) => [
        String(index),
        [String((index + 1) % length)],
      ]),
    );
    expect(findCycles(chain)).toMatchObject([{ size: length }]);
  });
});
