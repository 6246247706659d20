import { expect, it } from 'vitest';
import { parseRuntimeConfig } from './runtimeConfig';

it('names the setting that is missing', () => {
  const incomplete = { environment: 'staging', apiBaseUrl: '' };
  expect(() => parseRuntimeConfig(incomplete)).toThrow("no 'apiBaseUrl'");
  expect(() => parseRuntimeConfig(undefined)).toThrow("no 'environment'");
});
