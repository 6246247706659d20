import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PageCache } from './PageCache';

const directory = mkdtempSync(path.join(tmpdir(), 'page-cache-'));
afterAll(() => rmSync(directory, { recursive: true }));

const bytes = (length: number) => new Uint8Array(length);

it('keeps files, and forgets those of sites that are gone', async () => {
  const cache = new PageCache(directory);
  await cache.write('old', bytes(1));
  const [old] = readdirSync(directory).map(name => path.join(directory, name));
  const foreign = path.join(directory, 'readme.txt');
  writeFileSync(foreign, 'not ours');
  const longAgo = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000);
  utimesSync(old, longAgo, longAgo);
  utimesSync(foreign, longAgo, longAgo);

  await new PageCache(directory).write('new', bytes(2));
  expect(existsSync(old)).toBe(false);
  expect(existsSync(foreign)).toBe(true);
  await expect(cache.read('old')).resolves.toBeUndefined();
  await expect(cache.read('new')).resolves.toEqual(Buffer.from(bytes(2)));
});
