import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';

const run = promisify(execFile);

async function createProgram(context: TestContext) {
  const folder = await temporaryFolder(context);
  const cache = join(folder, 'cache');
  const file = join(folder, 'main.ts');
  return {
    cache,
    /** What files were transformed to; the map of each lies beside it. */
    async listKept() {
      const names = await readdir(cache);
      const kept = names.filter(name => name.endsWith('.js'));
      assert.deepEqual(
        names.filter(name => !kept.includes(name)).sort(),
        kept.map(name => `${name}.map`).sort(),
      );
      return kept;
    },
    write: (source: string) => writeFile(file, source),
    async start() {
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
    },
  };
}

test('keeps what a file was transformed to, until the file changes', async context => {
  const { cache, listKept, start, write } = await createProgram(context);
  const where = 'console.log(new Error().stack?.match(/main.ts:\\d+/)?.[0])';

  await write(`interface Left { out: true }\n\n${where}\n`);
  // The line is that of the source.
  assert.equal(await start(), 'main.ts:3');
  assert.equal(await start(), 'main.ts:3');
  const [kept] = await listKept();
  await writeFile(join(cache, kept), "console.log('as it was kept')");
  assert.equal(await start(), 'as it was kept');

  await write(`${where}\n`);
  assert.equal(await start(), 'main.ts:1');
  assert.equal((await listKept()).length, 2);
});

test('removes what no start has used for 30 days, and keeps what one has', async context => {
  const { cache, listKept, start, write } = await createProgram(context);
  const age = async (path: string, days: number) => {
    const { mtimeMs } = await stat(path);
    const date = new Date(mtimeMs - days * 86_400_000);
    await utimes(path, date, date);
  };
  const ageKept = async (name: string, days: number) => {
    await age(join(cache, name), days);
    await age(join(cache, `${name}.map`), days);
  };
  await write("console.log('first')");
  await start();
  const [first] = await listKept();

  // Once it is used again it counts from then.
  await ageKept(first, 29);
  await start();
  await age(`${cache}.pruned`, 2);
  await write("console.log('second')");
  await start();
  assert.equal((await listKept()).length, 2);

  await ageKept(first, 31);
  await age(`${cache}.pruned`, 1);
  await start();
  const kept = await listKept();
  assert.deepEqual([kept.length, kept.includes(first)], [1, false]);
});

test('a thread that uses the compiler may end', async context => {
  const { start, write } = await createProgram(context);
  const { resolve } = createRequire(import.meta.url);
  // As threads of plugins that run from their sources do.
  const hook = resolve('@backstage/cli/config/nodeTransform.cjs');
  await write(`
    const { Worker } = require('node:worker_threads');
    async function main() {
      for (let count = 0; count < 3; count++) {
        const thread = new Worker('', { eval: true, execArgv: ['--require', ${JSON.stringify(
          hook,
        )}] });
        await new Promise(done => thread.on('exit', done));
      }
      console.log('still there');
    }
    void main();
  `);
  assert.equal(await start(), 'still there');
  assert.equal(await start(), 'still there');
});
