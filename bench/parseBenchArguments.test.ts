import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBenchArguments } from './parseBenchArguments.ts';

test('has defaults far from the ports of a running portal', () => {
  assert.deepEqual(parseBenchArguments([], '/checkout'), {
    basePort: 27007,
    home: '/checkout/.atrium/bench',
    rounds: undefined,
    withBundle: false,
    components: undefined,
  });
});

test('reads all options', () => {
  assert.deepEqual(
    parseBenchArguments(
      [
        ...['--rounds', '4', '--port', '9000', '--home', '/state'],
        ...['--bundle', '--components', '50000'],
      ],
      '/checkout',
    ),
    {
      basePort: 9000,
      home: '/state',
      rounds: 4,
      withBundle: true,
      components: 50_000,
    },
  );
});

test('refuses what is no number, and options it does not know', () => {
  assert.throws(
    () => parseBenchArguments(['--rounds', '0'], '/checkout'),
    /--rounds is a number between 1 and 1000, not '0'/,
  );
  assert.throws(
    () => parseBenchArguments(['--fast'], '/checkout'),
    /Unknown option '--fast'/,
  );
});
