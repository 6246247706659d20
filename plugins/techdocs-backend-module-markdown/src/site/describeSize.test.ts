import { words } from '../markdown/docsWords';
import { describeSize } from './describeSize';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [1_440, '1.4 kB'],
  [999_960, '1 MB'],
  [20_000_000, '20 MB'],
  [1_250_000_000, '1.3 GB'],
])('says %s bytes as %s', (bytes, expected) => {
  expect(words.text(describeSize(bytes))).toBe(expected);
});
