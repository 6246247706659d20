import type { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';

/** The settings of a site, in its folder. */
export const SETTINGS = 'mkdocs.yml';

/** The page that a site begins with, in its folder. */
export const FIRST_PAGE = 'docs/index.md';

/** The settings of a site that has nothing to say about itself yet. */
export function firstSettings({ metadata }: Entity): string {
  return stringify({
    site_name: metadata.title ?? metadata.name,
    docs_dir: 'docs',
    plugins: ['techdocs-core'],
  });
}

/** A page for the owner to write on: what readers look for first. */
export function firstPage({ metadata }: Entity): string {
  const title = oneLine(metadata.title ?? metadata.name);
  const description = oneLine(
    metadata.description ?? 'What it does, and for whom.',
  );
  return `# ${title}

${description}

## Get started

How to run it, and how to see that it works.

## How it works

The parts that it is made of, and what it depends on.

## When something goes wrong

What to look at first, and whom to ask.
`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
