import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';

const run = promisify(execFile);

test('keeps what a file was transformed to, until the file changes', async context => {
  const folder = await temporaryFolder(context);
  const cache = join(folder, 'cache');
  const file = join(folder, 'main.ts');
  const start = async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--enable-source-maps',
        '--require',
        join(import.meta.dirname, 'cachedTransform.cjs'),
        file,
      ],
      { env: { ...process.env, ATRIUM_TRANSFORM_CACHE: cache } },
    );
    return stdout.trim();
  };
  const where =
    // In CommonJS, as the backend is.
    "console.log(new Error().stack?.match(/main.ts:\\d+/)?.[0], Object.keys(require.cache).some(name => name.endsWith('@swc/core/binding.js')))";

  await writeFile(file, `interface Left { out: true }\n\n${where}\n`);
  // The line is that of the source, and the compiler was needed.
  assert.equal(await start(), 'main.ts:3 true');
  const [kept] = await readdir(cache);
  assert.equal(await start(), 'main.ts:3 false');
  assert.deepEqual(await readdir(cache), [kept]);

  await writeFile(file, `${where}\n`);
  assert.equal(await start(), 'main.ts:1 true');
  assert.equal((await readdir(cache)).length, 2);
});
