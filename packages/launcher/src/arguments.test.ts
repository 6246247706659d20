import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import {
  parseCostImportArguments,
  parseTokenArguments,
  parseWorldArguments,
} from './arguments.ts';
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
  for (const port of ['80', '65530', '65535', 'http', '7007.5', '']) {
    assert.throws(() => parseWorldArguments(['--port', port]), {
      message: `--port is a number between 1024 and 65529, not '${port}'`,
    });
  }
  const { basePort } = parseWorldArguments(['--port', '65529']);
  assert.equal(basePort, 65_529);
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

test('a bill has a file and a source', () => {
  const { file, persona, query } = parseCostImportArguments([
    '/bills/november.csv',
    '--source=aws',
    '--focus-version=1.2',
  ]);
  assert.equal(file, '/bills/november.csv');
  assert.equal(persona, 'eng-manager');
  assert.deepEqual(query, { source: 'aws', focusVersion: '1.2' });
  for (const args of [[], ['a.csv'], ['a.csv', 'b.csv', '--source=aws']]) {
    assert.throws(() => parseCostImportArguments(args), {
      message: 'Which file, and whose bill is it?',
      hint: /npm run cost:import/,
    });
  }
});
