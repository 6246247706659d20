import { keepLineEnds } from './keepLineEnds';

it.each([
  ['of Windows', 'a\nB\nc\n', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
  ['of Unix', 'a\nB\n', 'a\nb\n', 'a\nB\n'],
  ['of a text without any', 'a\nb', 'a', 'a\nb'],
  ['where there is nothing left', '', 'a\r\nb', ''],
  // Each line as it was, and a new one as the first.
  [
    'of each kind, with a line more',
    'a\nnew\nb\nc\nd',
    'a\r\nb\nc\rd',
    'a\r\nnew\r\nb\nc\rd',
  ],
  ['of each kind, with a line less', 'a\nd\ne', 'a\r\nb\nd\ne', 'a\r\nd\ne'],
  ['of each kind, with one at the end', 'a\nb\nc', 'a\nb\r\n', 'a\nb\r\nc'],
  ['where nothing was changed', 'a\nb\nb\nc', 'a\nb\r\nb\nc', 'a\nb\r\nb\nc'],
])('keeps line ends %s', (_, written, before, kept) => {
  expect(keepLineEnds(written, before)).toBe(kept);
});
