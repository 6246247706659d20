import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { Site } from './sites.ts';

const run = promisify(execFile);

/** The folder of a site's repository at its commit, fetched when it is missing. */
export async function fetchSite(site: Site, folder: string): Promise<string> {
  const directory = join(folder, site.name);
  if (existsSync(join(directory, site.configFile))) {
    return directory;
  }
  mkdirSync(directory, { recursive: true });
  const git = (...args: string[]) => run('git', args, { cwd: directory });
  try {
    await git('init', '--quiet');
    const address = `https://github.com/${site.repository}.git`;
    await git('fetch', '--quiet', '--depth', '1', address, site.commit);
    await git('checkout', '--quiet', 'FETCH_HEAD');
  } catch {
    throw new Failure(`The sources of ${site.name} could not be fetched`, {
      hint: `Put ${site.repository} at commit ${site.commit} into ${directory}`,
    });
  }
  return directory;
}
