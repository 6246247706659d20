import { readFilePath } from './text';

/** Where GitHub's own runners check out: below `home` on Linux, `Users` on macOS. */
const onRunner = (homes: string, path: string) =>
  `/${homes}/runner/work/${path}`;

it.each([
  ['src/pay.ts', 'src/pay.ts'],
  ['./src/pay.ts', 'src/pay.ts'],
  ['src\\pay.ts', 'src/pay.ts'],
  ['src/a%20b.ts', 'src/a b.ts'],
  // As ESLint writes it on a runner of GitHub, in a container, on Windows and macOS.
  [`file://${onRunner('home', 'shop/shop/src/pay.ts')}`, 'src/pay.ts'],
  ['file:///__w/shop/shop/src/pay.ts', 'src/pay.ts'],
  ['/github/workspace/src/pay.ts', 'src/pay.ts'],
  ['file:///D:/a/shop/shop/src/pay.ts', 'src/pay.ts'],
  [onRunner('Users', 'shop/shop/src/pay.ts'), 'src/pay.ts'],
  // Two names that differ are no checkout.
  [
    onRunner('home', 'shop/other/pay.ts'),
    onRunner('home', 'shop/other/pay.ts').slice(1),
  ],
  // Nothing absolute, though it looks alike.
  [
    onRunner('home', 'shop/shop/pay.ts').slice(1),
    onRunner('home', 'shop/shop/pay.ts').slice(1),
  ],
  ['https://acme.example/pay.ts', undefined],
  ['/', undefined],
  [17, undefined],
])('takes %p for the file %p of its repository', (written, file) => {
  expect(readFilePath(written)).toBe(file);
});
