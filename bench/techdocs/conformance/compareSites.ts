import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalProgress } from '@atrium/launcher/src/report.ts';
import { findMkdocs } from '../mkdocs.ts';
import { renderConformance, renderDetails } from './renderConformance.ts';
import { runConformance } from './runConformance.ts';
import { sites, sitesInOtherLanguages } from './sites.ts';

const USAGE =
  'npm run bench -- techdocs conformance [--site NAME] [--reuse] [--home DIR]';

const root = resolve(import.meta.dirname, '../../..');

/** Compares real sites, page by page, with mkdocs' own build of them. */
export async function compareSites(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      site: { type: 'string', multiple: true },
      home: { type: 'string', default: join(root, '.atrium/bench/techdocs') },
      reuse: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const home = resolve(values.home);
  const compared = await runConformance({
    sites: [...sites, ...sitesInOtherLanguages].filter(
      ({ name }) => values.site?.includes(name) ?? true,
    ),
    mkdocs: await findMkdocs(),
    sources: join(home, 'sources'),
    work: join(home, 'sites'),
    isReusing: values.reuse,
    progress: terminalProgress(),
  });
  const details = join(home, 'differences.txt');
  mkdirSync(home, { recursive: true });
  writeFileSync(details, renderDetails(compared));
  process.stdout.write(
    `\n${renderConformance(compared)}\n\nEvery difference: ${details}\n`,
  );
}
