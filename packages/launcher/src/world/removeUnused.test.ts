import assert from 'node:assert/strict';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { removeUnused } from './removeUnused.ts';

test('removes what was neither read nor written for 30 days', async context => {
  const folder = await temporaryFolder(context);
  const version = join(folder, 'v24');
  await mkdir(version);
  const write = async (name: string, read: string, written: string) => {
    await writeFile(join(version, name), '');
    await utimes(join(version, name), new Date(read), new Date(written));
  };
  await write('unused', '2027-02-14T11:59:59Z', '2027-01-01T00:00:00Z');
  await write('read', '2027-02-14T12:00:01Z', '2027-01-01T00:00:00Z');
  await write('written', '2027-01-01T00:00:00Z', '2027-02-14T12:00:01Z');

  await removeUnused(folder, Date.parse('2027-03-16T12:00:00Z'));

  assert.deepEqual((await readdir(version)).sort(), ['read', 'written']);
});

test('says that there is no folder', async context => {
  const folder = join(await temporaryFolder(context), 'missing');
  await assert.rejects(removeUnused(folder, 0), { code: 'ENOENT' });
});
