import { compareStarts } from './compareStarts';

describe('compareStarts', () => {
  // The last scrape was 1,000 seconds after the process began.
  const began = 1_795_608_000;
  const lastScrapeMs = (began + 1_000) * 1_000;

  it.each([
    ['is the same one', 0, 'same'],
    ['began after the last scrape', 1_005, 'restarted'],
    ['was made ready before the last scrape', 700, 'restarted'],
    ['has run beside it for long', 699, 'other'],
    ['began before it', -1, 'other'],
  ])('sees what %s', (_, seconds, expected) => {
    expect(compareStarts(began, began + seconds, lastScrapeMs)).toBe(expected);
  });

  it('takes what does not say for the same', () => {
    expect(compareStarts(undefined, began, lastScrapeMs)).toBe('same');
    expect(compareStarts(began, undefined, lastScrapeMs)).toBe('same');
  });
});
