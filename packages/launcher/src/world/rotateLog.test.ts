import assert from 'node:assert/strict';
import {
  appendFile,
  readdir,
  readFile,
  truncate,
  writeFile,
} from 'node:fs/promises';
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

test('a log that is emptied while it is put aside holds nobody up', async context => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'backend.log');
  for (let round = 0; round < 5; round += 1) {
    await writeFile(file, Buffer.alloc(12 * 1024 * 1024, 'x'));
    await Promise.all([rotateLog(file, 3), truncate(file), rotateLog(file, 3)]);
  }
  await appendFile(file, 'later');
  await rotateLog(file, 3);
  assert.equal(await readFile(join(folder, 'backend.1.log'), 'utf8'), 'later');
});

test('the log of the last run is put aside', async context => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'backend.log');
  await beginLog(file);
  await writeFile(file, 'yesterday');

  await beginLog(file);

  assert.deepEqual(await readdir(folder), ['backend.1.log']);
});
