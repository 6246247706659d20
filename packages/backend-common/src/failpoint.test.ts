import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const source = stripTypeScriptTypes(
  readFileSync(join(__dirname, 'failpoint.ts'), 'utf8'),
);

/** Passes two points in a process of its own. */
function run(environment: Record<string, string>) {
  const { signal, stdout } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `${source}
      failpoint('slo.tick.1');
      console.log('first passed');
      failpoint('slo.tick.2');
      console.log('second passed');`,
    ],
    { env: environment, encoding: 'utf8' },
  );
  return { signal, lines: stdout.split('\n').filter(Boolean) };
}

describe('failpoint', () => {
  it('kills the process at the named point, and at no other', () => {
    expect(run({ ATRIUM_FAILPOINT: 'slo.tick.2' })).toEqual({
      signal: 'SIGKILL',
      lines: ['first passed'],
    });
  });

  it.each<Record<string, string>>([
    {},
    { ATRIUM_FAILPOINT: '' },
    { ATRIUM_FAILPOINT: 'slo.tick.2', NODE_ENV: 'production' },
  ])('does nothing with %p', environment => {
    expect(run(environment)).toEqual({
      signal: null,
      lines: ['first passed', 'second passed'],
    });
  });
});
