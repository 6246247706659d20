import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { readOrCreateSecrets } from './secrets.ts';

test('secrets are made once, and only their owner may read them', async context => {
  const home = join(await temporaryFolder(context), 'home');

  const first = await readOrCreateSecrets(home);
  const second = await readOrCreateSecrets(home);

  assert.deepEqual(second, first);
  assert.equal(new Set(Object.values(first)).size, 12);
  for (const value of Object.values(first)) {
    assert.match(value, /^sandbox-[\w-]{32}$/);
  }
  const { mode } = await stat(join(home, 'secrets.json'));
  assert.equal(mode % 0o1000, 0o600);
});

test('a secret that is new in this version is added to the known ones', async context => {
  const home = await temporaryFolder(context);
  const known = { ATRIUM_GIT_TOKEN: 'sandbox-known' };
  await writeFile(join(home, 'secrets.json'), JSON.stringify(known));

  const secrets = await readOrCreateSecrets(home);

  assert.equal(secrets.ATRIUM_GIT_TOKEN, 'sandbox-known');
  assert.match(secrets.ATRIUM_SESSION_SECRET, /^sandbox-/);
});

test('a damaged file is named instead of being replaced', async context => {
  const home = await temporaryFolder(context);
  await writeFile(join(home, 'secrets.json'), '{');

  const message = `${join(home, 'secrets.json')} is not JSON`;
  await assert.rejects(readOrCreateSecrets(home, 'npm run dev'), {
    message,
    hint: `Restore the file, or begin with empty state: npm run dev -- --home ${home} --reset`,
  });
  await assert.rejects(readOrCreateSecrets(home), {
    message,
    hint: `Restore the file, or remove ${home}`,
  });
});
