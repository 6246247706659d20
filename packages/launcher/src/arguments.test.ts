import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { parseTokenArguments, parseWorldArguments } from './arguments.ts';
import { root } from './root.ts';

test('the world has defaults, and options that change them', () => {
  assert.deepEqual(parseWorldArguments([]), {
    basePort: 7007,
    home: resolve(root, '.atrium'),
    reset: false,
  });
  assert.deepEqual(
    parseWorldArguments(['--port', '7100', '--home=/srv/atrium', '--reset']),
    { basePort: 7100, home: '/srv/atrium', reset: true },
  );
});

test('mistakes are told in one line', () => {
  for (const port of ['80', '65535', 'http', '7007.5', '']) {
    assert.throws(() => parseWorldArguments(['--port', port]), {
      message: `--port is a number between 1024 and 65530, not '${port}'`,
    });
  }
  assert.throws(() => parseWorldArguments(['--prot', '7100']), {
    message: "Unknown option '--prot'",
    hint: /--port N/,
  });
  assert.throws(() => parseWorldArguments(['now']), {
    message: /Unexpected argument 'now'/,
  });
  assert.throws(() => parseTokenArguments(['new-hire', 'eng-manager']), {
    message: 'One persona at a time',
  });
});

test('a token is asked for by the name of a persona', () => {
  assert.deepEqual(parseTokenArguments(['new-hire', '--home', '/srv/atrium']), {
    persona: 'new-hire',
    home: '/srv/atrium',
  });
});
