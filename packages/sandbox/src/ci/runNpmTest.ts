import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { runBounded } from './runBounded.ts';
import { StepFailure } from './StepFailure.ts';

export interface RunNpmTestOptions {
  /** The files of the commit. */
  folder: string;
  /** A folder that the program may use as its home and for temporary files. */
  home: string;
  timeoutMs: number;
  signal: AbortSignal;
  log: (text: string) => void;
}

const maxOutputBytes = 1024 * 1024;

const dependencies = z.record(z.string(), z.unknown()).optional();
const packageSchema = z.object({
  scripts: z.object({ test: z.string() }),
  dependencies,
  devDependencies: dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
});

/** Why `npm test` is not run, or undefined when it is. */
export async function findReasonNotToTest(
  folder: string,
): Promise<string | undefined> {
  let content: string;
  try {
    content = await fs.readFile(path.join(folder, 'package.json'), 'utf8');
  } catch {
    return 'There is no package.json.';
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // npm itself says best what is wrong with it.
    return undefined;
  }
  const { success, data } = packageSchema.safeParse(value);
  if (!success) {
    return 'The package.json has no test script.';
  }
  return needsPackages(data)
    ? `'${data.scripts.test}' is not run: it needs packages, and nothing can be installed here.`
    : undefined;
}

/**
 * Node brings its test runner and reads TypeScript: beside it, packages for
 * development are those that check types, lint and the like.
 */
function needsPackages(data: z.infer<typeof packageSchema>): boolean {
  const { scripts, devDependencies, ...groups } = data;
  const isNodeTest = /^node --test(?:\s|$)/.test(scripts.test);
  return [...Object.values(groups), isNodeTest ? {} : devDependencies].some(
    group => Object.keys(group ?? {}).length > 0,
  );
}

/** Runs the tests of a Node package whose tests need no other package. */
export async function runNpmTest(options: RunNpmTestOptions): Promise<void> {
  const { folder, home, timeoutMs, signal, log } = options;
  log('$ npm test\n');
  const result = await runBounded({
    command: 'npm',
    args: ['test'],
    folder,
    // Nothing of our own environment: it holds the secrets of the sandbox.
    environment: {
      PATH: [path.dirname(process.execPath), process.env.PATH].join(
        path.delimiter,
      ),
      HOME: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
      CI: 'true',
      NO_COLOR: '1',
      NODE_OPTIONS: '--max-old-space-size=256',
      npm_config_audit: 'false',
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
    timeoutMs,
    maxOutputBytes,
    signal,
    onOutput: log,
  });
  if (result.status === 'killed') {
    throw new StepFailure(`npm test was ended: ${result.reason}`);
  }
  if (result.exitCode !== 0) {
    throw new StepFailure(`npm test ended with exit code ${result.exitCode}`);
  }
}
