import { createsWords, usedByWords } from './templateWords';

it.each([
  [0, 'service', 'Not used yet'],
  [1, 'service', 'Used by 1 service'],
  [12, 'library', 'Used by 12 libraries'],
  [2, 'website', 'Used by 2 websites'],
])('says of %d uses as %s: %s', (count, type, words) => {
  expect(usedByWords(count, type)).toBe(words);
});

it('says what comes of a template', () => {
  expect(createsWords(['repository', 'catalog entry'])).toBe(
    'Creates a repository and a catalog entry',
  );
  expect(createsWords([])).toBe('Creates nothing itself');
});
