import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a file as a whole: who is killed half way leaves the one before. */
export function writeJsonFile(file: string, content: unknown) {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  writeFileSync(partial, JSON.stringify(content));
  renameSync(partial, file);
}
