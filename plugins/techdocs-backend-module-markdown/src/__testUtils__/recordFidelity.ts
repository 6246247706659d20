import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractContent } from './extractContent.ts';
import { fidelityFiles, outputOf } from './fidelitySite.ts';

/*
 * Writes down what mkdocs makes of the documents in __fixtures__/fidelity, for
 * the test that compares. Needs mkdocs with the material theme and pymdownx,
 * on Debian: apt-get install mkdocs mkdocs-material
 */

const MKDOCS = '/usr/bin/mkdocs';
const PYTHON = '/usr/bin/python3';
const directory = path.resolve(import.meta.dirname, '../__fixtures__/fidelity');

function versionOf(distribution: string): string {
  const script = `import importlib.metadata as m; print(m.version("${distribution}"))`;
  return execFileSync(PYTHON, ['-c', script]).toString().trim();
}

const work = mkdtempSync(path.join(tmpdir(), 'fidelity-'));
try {
  const files = fidelityFiles(directory);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
    writeFileSync(path.join(work, name), content);
  }
  execFileSync(MKDOCS, ['build', '--quiet', '--site-dir', 'site'], {
    cwd: work,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const pages = Object.keys(files)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => [
      name,
      extractContent(
        readFileSync(path.join(work, 'site', outputOf(name)), 'utf8'),
      ),
    ]);
  const versions = Object.fromEntries(
    ['mkdocs', 'mkdocs-material', 'Markdown', 'pymdown-extensions'].map(
      name => [name, versionOf(name)],
    ),
  );
  writeFileSync(
    path.join(directory, 'expected.json'),
    `${JSON.stringify(
      { versions, pages: Object.fromEntries(pages) },
      null,
      2,
    )}\n`,
  );
} finally {
  rmSync(work, { recursive: true });
}
