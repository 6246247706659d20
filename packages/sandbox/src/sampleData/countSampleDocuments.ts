import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

/** How many documents of one kind the sample repositories have in a file. */
export async function countSampleDocuments(
  directory: string,
  { file, kind }: { file: string; kind: string },
): Promise<number> {
  const line = new RegExp(`^kind: ${kind}$`, 'gm');
  let count = 0;
  for await (const found of glob(`*/${file}`, { cwd: directory })) {
    const content = await readFile(path.join(directory, found), 'utf8');
    count += content.match(line)?.length ?? 0;
  }
  return count;
}
