import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStartupFailure } from './findStartupFailure.ts';

test('finds why plugins failed, in both forms of the log', () => {
  const reason =
    "Backend startup failed due to the following errors:\n  Plugin 'catalog' startup failed; caused by Error: no database";
  const json = JSON.stringify({ message: `Unhandled rejection ${reason}` });

  assert.equal(findStartupFailure(`{"message":"fine"}\n${json}\n`), reason);
  assert.equal(
    findStartupFailure('12:00 backend error Backend startup failed: x\n'),
    'Backend startup failed: x',
  );
  assert.equal(findStartupFailure('Listening on localhost:7007\n'), undefined);
});
