import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const script = readFileSync(
  join(__dirname, '../../../public/firstTheme.js'),
  'utf8',
);

afterEach(() => {
  window.localStorage.clear();
  delete document.body.dataset.themeMode;
});

it.each([
  ['dark', false, 'dark'],
  ['light', true, 'light'],
  [undefined, true, 'dark'],
  [undefined, false, 'light'],
])(
  'takes the theme chosen, %p, before that of the system (dark: %p)',
  (chosen, matches, mode) => {
    if (chosen) {
      window.localStorage.setItem('theme', chosen);
    }
    window.matchMedia = jest.fn().mockReturnValue({ matches });
    const element = document.createElement('script');
    element.textContent = script;
    document.head.append(element);
    expect(document.body.dataset.themeMode).toBe(mode);
  },
);
