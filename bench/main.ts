import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printFailure, Failure } from '@atrium/launcher/src/report.ts';

/** Runs the bench of a folder, which reads the arguments that are left. */
async function main(): Promise<void> {
  const [name] = process.argv.splice(2, 1);
  const benches = await findBenches();
  if (name === undefined || !benches.includes(name)) {
    throw new Failure(name ? `There is no bench '${name}'` : 'Which bench?', {
      hint: `Benches: ${benches.join(
        ', ',
      )}\nUsage: npm run bench -- NAME [options]`,
    });
  }
  await import(pathToFileURL(mainFile(name)).href);
}

async function findBenches(): Promise<string[]> {
  const names = await readdir(import.meta.dirname);
  return names.filter(name => existsSync(mainFile(name))).sort();
}

function mainFile(name: string): string {
  return join(import.meta.dirname, name, 'main.ts');
}

main().catch(error => {
  printFailure(error);
  process.exitCode = 1;
});
