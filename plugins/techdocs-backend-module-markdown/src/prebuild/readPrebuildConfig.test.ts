import { ConfigReader } from '@backstage/config';
import { readPrebuildConfig } from './readPrebuildConfig';

it('is on by default', () => {
  expect(readPrebuildConfig(new ConfigReader({}))).toEqual({
    isEnabled: true,
    schedule: {
      frequency: { minutes: 5 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 3 },
    },
    concurrency: 2,
    recheckSeconds: 21_600,
    defaultEngine: undefined,
  });
});

it('reads what a deployment sets', () => {
  const config = new ConfigReader({
    techdocs: {
      generator: { defaultEngine: 'markdown' },
      markdown: {
        prebuild: {
          schedule: { frequency: { minutes: 2 }, timeout: { minutes: 1 } },
          concurrency: 4,
          recheckAfter: { minutes: 30 },
        },
      },
    },
  });
  expect(readPrebuildConfig(config)).toEqual({
    isEnabled: true,
    schedule: { frequency: { minutes: 2 }, timeout: { minutes: 1 } },
    concurrency: 4,
    recheckSeconds: 1_800,
    defaultEngine: 'markdown',
  });
});

it.each([
  ['switched off', { markdown: { prebuild: { enabled: false } } }],
  ['somebody else builds', { builder: 'external' }],
])('is off when %s', (_name, techdocs) => {
  expect(readPrebuildConfig(new ConfigReader({ techdocs })).isEnabled).toBe(
    false,
  );
});

it.each([0, 1.5, -1])('refuses a concurrency of %s', concurrency => {
  const config = new ConfigReader({
    techdocs: { markdown: { prebuild: { concurrency } } },
  });
  expect(() => readPrebuildConfig(config)).toThrow(
    "'techdocs.markdown.prebuild.concurrency' must be a whole number",
  );
});
