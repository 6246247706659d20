import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');

/** A block of code that a guide prints. */
export interface GuideExample {
  /** File and line, such as `docs/guides/slo.md:25`. */
  place: string;
  language: string;
  text: string;
}

/** The blocks of code of all guides, and of the READMEs of plugins, in order. */
export function readGuideExamples(): GuideExample[] {
  const guides = join(ROOT, 'docs/guides');
  const plugins = join(ROOT, 'plugins');
  return [
    ...readdirSync(guides).map(name => join(guides, name)),
    ...readdirSync(plugins).map(name => join(plugins, name, 'README.md')),
  ].flatMap(readExamples);
}

function readExamples(file: string): GuideExample[] {
  const text = readFileSync(file, 'utf8');
  const blocks = text.matchAll(/^( *)```(\w+)[^\n]*\n([\s\S]*?)^ *```$/gm);
  return [...blocks].map(({ index, 1: indent, 2: language, 3: body }) => ({
    place: `${relative(ROOT, file)}:${text.slice(0, index).split('\n').length}`,
    language,
    text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}
