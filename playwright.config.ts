import { defineConfig } from '@playwright/test';

/**
 * Journeys through the whole world: `npm test -- e2e` starts it and sets the
 * variables read here. They share one server, so each test makes its own data.
 * `npm test -- pictures` starts another one, whose pages are compared with the
 * pictures that are kept of them. `readmes` takes those that READMEs show.
 */
export default defineConfig({
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
      name: 'pictures',
      testMatch: '**/pages.pictures.ts',
      fullyParallel: true,
      outputDir: 'e2e-test-report/pictures',
      snapshotPathTemplate: '{testDir}/pictures/expected/{arg}{ext}',
      use: { trace: 'off', screenshot: 'off' },
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
    trace: 'retain-on-failure',
    viewport: { width: 1400, height: 900 },
    launchOptions: {
      executablePath: process.env.ATRIUM_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
