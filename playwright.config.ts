import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS } from './packages/launcher/src/test/chromiumArguments.ts';

const launchOptions = {
  executablePath: process.env.ATRIUM_CHROMIUM,
  args: CHROMIUM_ARGUMENTS,
};

/**
 * Letters have the same pixels whatever fontconfig of the machine says of hinting,
 * subpixels and their order.
 */
const SAME_LETTERS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
];

/**
 * Journeys through the whole world: `npm test -- e2e` starts it and sets the
 * variables read here. They share one server, so each test makes its own data.
 * `npm test -- pictures` starts another one, whose pages are compared with the
 * pictures that are kept of them. `readmes` takes those that READMEs show.
 */
export default defineConfig<object, { hasMouse: boolean }>({
  testDir: 'packages/app/e2e-tests',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  fullyParallel: false,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME
    ? [['list'], ['json']]
    : [['list']],
  outputDir: 'e2e-test-report/results',
  projects: [
    { name: 'journeys', testMatch: '**/*.test.ts' },
    {
      name: 'keyboard',
      testMatch: '**/*.test.ts',
      // They are by keyboard as they stand, or do nothing with what they look at.
      testIgnore: ['**/keyboard.test.ts', '**/everyPage.test.ts'],
      use: { hasMouse: false },
    },
    {
      name: 'pictures',
      testMatch: '**/pages.pictures.ts',
      fullyParallel: true,
      outputDir: 'e2e-test-report/pictures',
      snapshotPathTemplate: '{testDir}/pictures/expected/{arg}{ext}',
      use: {
        screenshot: 'off',
        launchOptions: {
          ...launchOptions,
          args: [...launchOptions.args, ...SAME_LETTERS],
        },
      },
    },
    {
      name: 'readmes',
      testMatch: '**/readmes.pictures.ts',
      outputDir: 'e2e-test-report/readmes',
    },
  ],
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:7007',
    screenshot: 'only-on-failure',
    // Keeping one takes half as much again of each page's time: `--trace on` does.
    trace: 'off',
    viewport: { width: 1400, height: 900 },
    launchOptions,
  },
});
