import { readFilePath } from './text';

it.each([
  ['src/pay.ts', 'src/pay.ts'],
  ['./src/pay.ts', 'src/pay.ts'],
  ['src\\pay.ts', 'src/pay.ts'],
  ['src/a%20b.ts', 'src/a b.ts'],
  // As ESLint writes it on a runner of GitHub, in a container, on Windows and macOS.
  ['file:///home/runner/work/shop/shop/src/pay.ts', 'src/pay.ts'],
  ['file:///__w/shop/shop/src/pay.ts', 'src/pay.ts'],
  ['/github/workspace/src/pay.ts', 'src/pay.ts'],
  ['file:///D:/a/shop/shop/src/pay.ts', 'src/pay.ts'],
  ['/Users/runner/work/shop/shop/src/pay.ts', 'src/pay.ts'],
  // Two names that differ are no checkout.
  ['/home/runner/work/shop/other/pay.ts', 'home/runner/work/shop/other/pay.ts'],
  // Nothing absolute, though it looks alike.
  ['home/runner/work/shop/shop/pay.ts', 'home/runner/work/shop/shop/pay.ts'],
  ['https://acme.example/pay.ts', undefined],
  ['/', undefined],
  [17, undefined],
])('takes %p for the file %p of its repository', (written, file) => {
  expect(readFilePath(written)).toBe(file);
});
