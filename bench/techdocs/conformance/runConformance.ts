import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '@atrium/launcher/src/report.ts';
import type { Engine } from '../engine.ts';
import {
  loadEngine,
  loadExtractContent,
  loadRenderFormula,
} from '../engine.ts';
import type { Mkdocs } from '../mkdocs.ts';
import type { Difference } from './compareContent.ts';
import { compareContent } from './compareContent.ts';
import { drawFormulas } from './drawFormulas.ts';
import { fetchSite } from './fetchSite.ts';
import { numberNotesAsDefined } from './numberNotesAsDefined.ts';
import { prepareSite } from './prepareSite.ts';
import type { Site } from './sites.ts';

export interface ComparedPage {
  page: string;
  differences: Difference[];
}

export interface ComparedSite {
  site: Site;
  pages: ComparedPage[];
  /** Pages that only mkdocs has. */
  missing: string[];
  /** What was taken from the settings for both. */
  removed: string[];
  /** What the engine told the owner. */
  warnings: { kind: string; message: string; page?: string; line?: number }[];
}

export interface RunConformanceOptions {
  sites: Site[];
  mkdocs: Mkdocs;
  /** Where the sources of the sites are kept. */
  sources: string;
  /** Where both engines write. */
  work: string;
  /** Takes mkdocs' pages of the last run instead of building them again. */
  isReusing: boolean;
  progress: Progress;
}

function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(name => String(name))
    .filter(name => /(?:^|\/)index\.html$/.test(name))
    .sort();
}

async function compareSite(
  site: Site,
  { sources, work, mkdocs, isReusing }: RunConformanceOptions,
  engine: Engine,
): Promise<ComparedSite> {
  const input = join(work, site.name, 'input');
  const theirs = join(work, site.name, 'mkdocs');
  const ours = join(work, site.name, 'engine');
  for (const folder of isReusing ? [input, ours] : [input, ours, theirs]) {
    rmSync(folder, { recursive: true, force: true });
  }
  const { removed } = prepareSite(site, await fetchSite(site, sources), input);
  mkdirSync(ours);
  const putBack = numberNotesAsDefined(join(input, 'mkdocs.yml'));
  await engine.build(input, ours);
  putBack();
  if (!existsSync(theirs)) {
    await mkdocs.build(input, theirs);
  }
  const extractContent = loadExtractContent();
  const renderFormula = loadRenderFormula();
  const readPage = (folder: string, page: string) =>
    extractContent(
      drawFormulas(readFileSync(join(folder, page), 'utf8'), renderFormula),
    );
  const names = pagesOf(theirs);
  const isShown = (page: string) => existsSync(join(ours, page));
  const { warnings } = JSON.parse(
    readFileSync(join(ours, 'techdocs_metadata.json'), 'utf8'),
  );
  return {
    site,
    removed,
    warnings,
    missing: names.filter(page => !isShown(page)),
    pages: names.filter(isShown).map(page => ({
      page,
      differences: compareContent(
        readPage(theirs, page),
        readPage(ours, page),
        page,
      ),
    })),
  };
}

/** Builds each site with both engines and compares every page's article. */
export async function runConformance(
  options: RunConformanceOptions,
): Promise<ComparedSite[]> {
  const createEngine = await loadEngine();
  const result: ComparedSite[] = [];
  for (const site of options.sites) {
    result.push(
      await options.progress.step(`${site.name}, built by both`, () =>
        compareSite(site, options, createEngine()),
      ),
    );
  }
  return result;
}
