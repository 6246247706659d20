import { mapRanks } from './mapRanks';

const levels = (names: string[]) => names.map(name => ({ name }));

describe('mapRanks', () => {
  it.each<[string, string[], string[], number[]]>([
    ['the same', ['a', 'b'], ['a', 'b'], [0, 1, 2]],
    ['another below', ['a', 'b'], ['x', 'a', 'b'], [0, 2, 3]],
    ['another between', ['a', 'b'], ['a', 'x', 'b'], [0, 1, 3]],
    ['the lowest is gone', ['a', 'b'], ['b'], [0, 0, 1]],
    ['the highest is gone', ['a', 'b'], ['a'], [0, 1, 1]],
    ['one has another name', ['a', 'b'], ['x', 'b'], [0, 1, 2]],
    ['they change places', ['a', 'b'], ['b', 'a'], [0, 2, 1]],
    ['there are none', ['a'], [], [0, 0]],
  ])('says where levels stand when %s', (_case, from, to, ranks) => {
    expect(mapRanks(levels(from), levels(to))).toEqual(ranks);
  });
});
