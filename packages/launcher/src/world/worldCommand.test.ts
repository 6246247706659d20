import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../root.ts';
import { worldCommand } from './worldCommand.ts';

test('a command names the folder of its world, as a shell takes it', () => {
  const command = 'npm start';
  for (const [home, expected] of [
    [join(root, '.atrium'), 'npm start -- --reset'],
    ['/srv/atrium', 'npm start -- --home /srv/atrium --reset'],
    ["/srv/Ada's state", "npm start -- --home '/srv/Ada'\\''s state' --reset"],
  ]) {
    assert.equal(worldCommand({ command, home }, '--reset'), expected);
  }
  assert.equal(worldCommand({ command, home: join(root, '.atrium') }), command);
});
