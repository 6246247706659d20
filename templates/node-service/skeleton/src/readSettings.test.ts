import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings } from './readSettings.ts';

describe('readSettings', () => {
  it('has defaults for everything', () => {
    assert.deepEqual(readSettings({}), {
      port: 8080,
      logLevel: 'info',
      drainMs: 5_000,
    });
  });

  it('refuses a value it cannot use', () => {
    assert.throws(() => readSettings({ PORT: 'http' }), /PORT must be/);
    assert.throws(() => readSettings({ PORT: '70000' }), /PORT must be/);
    assert.throws(() => readSettings({ LOG_LEVEL: 'loud' }), /LOG_LEVEL must/);
  });
});
