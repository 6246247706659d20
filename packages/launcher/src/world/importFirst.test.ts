import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { importFirst } from './importFirst.ts';

test('a module is loaded first from whatever folder it is in', async context => {
  const folder = join(await temporaryFolder(context), 'a #1 ?b 100%');
  await mkdir(folder);
  const file = join(folder, 'first.mjs');
  await writeFile(file, "console.log('first');");

  const output = execFileSync(process.execPath, [
    ...importFirst(file),
    '-e',
    "console.log('then')",
  ]);

  assert.equal(output.toString(), 'first\nthen\n');
});
