import { shortenName, toIdentifier } from './names';

describe('names', () => {
  it('become identifiers that need no quotes', () => {
    expect(toIdentifier('orders-db-1a2b3c4d')).toBe('orders_db_1a2b3c4d');
  });

  it.each([
    ['orders-1a2b3c4d', 25, 'orders-1a2b3c4d'],
    [
      'a-very-long-name-of-a-database-1a2b3c4d',
      25,
      'a-very-long-name-1a2b3c4d',
    ],
    ['a_very_long_name_of_it_1a2b3c4d', 20, 'a_very_long_1a2b3c4d'],
  ])('keep the end of %s that makes them unique', (name, length, expected) => {
    expect(shortenName(name, length)).toBe(expected);
  });
});
