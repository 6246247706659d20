import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWarnings } from './findWarnings.ts';

test('finds what a backend warned of, each on one line', () => {
  const log = [
    { level: 'info', message: 'Listening' },
    {
      level: 'warn',
      message: 'Not read',
      plugin: 'cost',
      timestamp: '2026-11-29T11:16:51Z',
      error: 'Error: no\n  file',
    },
    { level: 'error', message: 'Ended' },
  ].map(line => JSON.stringify(line));

  assert.deepEqual(findWarnings([...log, '{"level":"warn"', ''].join('\n')), [
    '2026-11-29T11:16:51Z cost Not read Error: no file',
    'Ended',
  ]);
});
