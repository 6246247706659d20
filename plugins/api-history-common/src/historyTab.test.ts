import { historyTabSearch } from './historyTab';

describe('historyTabSearch', () => {
  it.each([
    [{}, ''],
    [{ to: 4 }, '?to=4'],
    [{ from: 3, to: 4 }, '?from=3&to=4'],
  ])('writes %j as %j', (query, search) => {
    expect(historyTabSearch(query)).toBe(search);
  });
});
