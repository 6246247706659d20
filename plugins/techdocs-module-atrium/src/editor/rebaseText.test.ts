import { rebaseText } from './rebaseText';

const before = 'one\ntwo\nthree\nfour';

it.each([
  [
    'both where they are apart',
    'ONE\ntwo\nthree\nfour',
    'one\ntwo\nthree\nFOUR',
    'ONE\ntwo\nthree\nFOUR',
  ],
  [
    'both the other way round',
    'one\ntwo\nthree\nFOUR',
    'ONE\ntwo\nthree\nfour',
    'ONE\ntwo\nthree\nFOUR',
  ],
  [
    'lines that were added',
    'zero\none\ntwo\nthree\nfour',
    'one\ntwo\nfour',
    'zero\none\ntwo\nfour',
  ],
  [
    'its own where both changed a line',
    'one\nmine\nthree\nfour',
    'one\ntheirs\nthree\nfour',
    'one\nmine\nthree\nfour',
  ],
  [
    'what they changed where it has no change',
    before,
    'one\ntwo\nthree\nFOUR',
    'one\ntwo\nthree\nFOUR',
  ],
])('keeps %s', (_, own, after, rebased) => {
  expect(rebaseText(own, { before, after })).toBe(rebased);
});

it.each([
  ['of Windows', 'one\r\ntwo\r\nthree\r\nFOUR', 'ONE\r\ntwo\r\nthree\r\nFOUR'],
  ['that they changed, too', 'one\ntwo\nthree\nFOUR', 'ONE\ntwo\nthree\nFOUR'],
])('keeps both changes and line ends %s', (_, after, rebased) => {
  const windows = 'one\r\ntwo\r\nthree\r\nfour';
  for (const own of ['ONE\ntwo\nthree\nfour', windows.replace('one', 'ONE')]) {
    expect(rebaseText(own, { before: windows, after })).toBe(rebased);
  }
});
