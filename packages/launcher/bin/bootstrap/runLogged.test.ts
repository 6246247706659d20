import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runLogged } from './runLogged.mjs';

test('a program that has failed and goes on is ended', async context => {
  const cwd = await mkdtemp(join(tmpdir(), 'atrium-test-'));
  context.after(() => rm(cwd, { recursive: true }));
  const logFile = join(cwd, 'logs', 'install.log');

  const { code, output } = await runLogged(
    process.execPath,
    [
      '-e',
      'console.log("RequestError: refused"); setInterval(() => {}, 1000);',
    ],
    { cwd, logFile, endWhen: /RequestError/ },
  );

  assert.notEqual(code, 0);
  assert.equal(output, 'RequestError: refused\n');
  assert.equal(await readFile(logFile, 'utf8'), output);
});
