import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const FOLDERS = ['bench', 'packages', 'plugins'];
const SKIPPED = /(^|\/)(node_modules|dist|dist-types|e2e-tests)(\/|$)/;
const TEST = /\.test\.tsx?$/;

/** A fixed date, in ISO form or as the numbers of one. */
const DATE = /\b(19|20)\d\d-[01]\d\b|Date\.UTC\(|new Date\(\d/;
/** A look at the clock of the machine. */
const CLOCK = /Date\.now\b|new Date\(\)|DateTime\.(now|local|utc)\(\)/;
const IMPORT = /from '(\.[^']+)'/g;

/**
 * The test files in whose result the date of the day may have a part: a fixed
 * date or a look at the clock stands in them, or in a test helper that they
 * import. What has neither compares no date with another one.
 *
 * @returns paths relative to the checkout
 */
export async function findDateTests(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.sort()) {
      const file = join(folder, name);
      if (TEST.test(file) && !SKIPPED.test(file)) {
        if (await knowsDates(root, file)) {
          found.push(file);
        }
      }
    }
  }
  return found;
}

async function knowsDates(root: string, file: string): Promise<boolean> {
  const content = await readFile(join(root, file), 'utf8');
  if (DATE.test(content) || CLOCK.test(content)) {
    return true;
  }
  for (const [, specifier] of content.matchAll(IMPORT)) {
    const helper = join(root, dirname(file), specifier);
    if (
      /__testUtils__|__fixtures__/.test(specifier) &&
      (await readHelper(helper)).some(
        text => DATE.test(text) || CLOCK.test(text),
      )
    ) {
      return true;
    }
  }
  return false;
}

async function readHelper(path: string): Promise<string[]> {
  const candidates = [
    path,
    `${path}.ts`,
    `${path}.tsx`,
    join(path, 'index.ts'),
  ];
  const contents = await Promise.all(
    candidates.map(each => readFile(each, 'utf8').catch(() => undefined)),
  );
  return contents.flatMap(content => content ?? []);
}
