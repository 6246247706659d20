import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Kept under `.txt`, so that no formatter changes what is compared. */
const SUFFIX = '.txt';

/** The files of the repository that both engines render. */
export function fidelityFiles(directory: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(directory, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile() && entry.name !== 'expected.json') {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(directory, file).split(path.sep).join('/');
      files[name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name] =
        readFileSync(file);
    }
  }
  return files;
}

/** Where the page of a Markdown file is written. */
export function outputOf(docPath: string): string {
  return docPath
    .replace(/^docs\//, '')
    .replace(/\.md$/, '/index.html')
    .replace(/(^|\/)index\/index\.html$/, '$1index.html');
}
