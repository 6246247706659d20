import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { beginLog, rotateLog } from './rotateLog.ts';

test('a log that grows is kept in three parts, the oldest goes', async context => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'backend.log');
  const read = async (name: string) => readFile(join(folder, name), 'utf8');

  for (const line of ['one', 'two', 'three', 'four']) {
    await appendFile(file, `${line}\n`);
    await rotateLog(file, 3);
  }
  await appendFile(file, 'ok');
  await rotateLog(file, 3);

  assert.deepEqual(await readdir(folder), [
    'backend.1.log',
    'backend.2.log',
    'backend.log',
  ]);
  assert.equal(await read('backend.log'), 'ok');
  assert.equal(await read('backend.1.log'), 'four\n');
  assert.equal(await read('backend.2.log'), 'three\n');
});

test('the log of the last run is put aside', async context => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'backend.log');
  await beginLog(file);
  await writeFile(file, 'yesterday');

  await beginLog(file);

  assert.deepEqual(await readdir(folder), ['backend.1.log']);
});
