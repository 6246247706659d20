import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from './parseArguments.ts';

test('is small unless asked for more', () => {
  assert.deepEqual(parseArguments([], '/checkout'), {
    slos: 100,
    days: 30,
    checks: 1_000,
    sample: 20,
    seconds: 15,
    isFresh: false,
    port: 27_817,
    home: '/checkout/.atrium/bench/slo',
  });
});

test('takes no larger sample than there are SLOs', () => {
  const { sample } = parseArguments(
    ['--slos', '7', '--sample', '20'],
    '/checkout',
  );
  assert.equal(sample, 7);
});

test('refuses what is no number, and options it does not know', () => {
  assert.throws(
    () => parseArguments(['--checks', 'many'], '/checkout'),
    /--checks is a number, not 'many'/,
  );
  assert.throws(
    () => parseArguments(['--keep'], '/checkout'),
    /Unknown option '--keep'/,
  );
});
