import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkDiskSpace, checkWritable } from './checkFolder.mjs';

test('a disk that is too full is told with what is left and what is needed', async () => {
  const folder = join(tmpdir(), 'not', 'there');
  const purpose = 'the portal needs';
  await checkDiskSpace(folder, { megabytes: 1, purpose });
  await assert.rejects(
    checkDiskSpace(folder, { megabytes: 1e12, purpose }),
    /^Failure: The disk of \S+\/not\/there has \d+ MB left, and the portal needs 1000000000000 MB$/,
  );
});

test('a folder that cannot be written to is told with what to do', async context => {
  const hint = 'Choose another.';
  await checkWritable(join(tmpdir(), 'not', 'there'), { hint });

  const folder = await mkdtemp(join(tmpdir(), 'atrium-test-'));
  context.after(() => rm(folder, { recursive: true }));
  await chmod(folder, 0o555);
  // Root writes to any folder, but not to what the kernel keeps.
  const closed = process.getuid?.() === 0 ? '/proc/self' : folder;
  await assert.rejects(checkWritable(join(closed, 'home'), { hint }), {
    name: 'Failure',
    message: `${closed}/home cannot be written to, it belongs to another user`,
    hint,
  });
});
