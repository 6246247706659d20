/**
 * Checks the pages: every relative link leads to a file, every page in the
 * navigation exists, and every page is in the navigation.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? '.');
const docs = join(root, 'docs');
const problems = [];

const pages = readdirSync(docs, { recursive: true })
  .map(path => String(path).replaceAll('\\', '/'))
  .filter(path => path.endsWith('.md'));

for (const page of pages) {
  const path = join(docs, page);
  for (const target of findLinks(readFileSync(path, 'utf8'))) {
    const [file] = target.split('#');
    if (file !== '' && !existsSync(resolve(dirname(path), decode(file)))) {
      problems.push(`docs/${page} links to '${target}', which does not exist`);
    }
  }
}

const navigation = findNavigation(readFileSync(join(root, 'mkdocs.yml'), 'utf8'));
for (const page of navigation) {
  if (!existsSync(join(docs, page))) {
    problems.push(`mkdocs.yml names '${page}', which does not exist`);
  }
}
for (const page of pages) {
  if (!navigation.includes(page)) {
    problems.push(`docs/${page} is not in the navigation of mkdocs.yml`);
  }
}

for (const problem of problems) {
  console.error(problem);
}
console.log(
  `${pages.length} pages in ${relative('.', docs) || '.'}, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Relative links and images, leaving out code, where brackets mean nothing. */
function findLinks(markdown) {
  const text = withoutCodeBlocks(markdown).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)]
    .map(([, target]) => target)
    .filter(target => !/^([a-z][a-z0-9+.-]*:|\/)/i.test(target));
}

/** Without code between fences, those in lists and quotations too. */
function withoutCodeBlocks(markdown) {
  const lines = [];
  let fence;
  for (const line of markdown.split(/\r?\n/)) {
    const [, mark, rest] =
      line.match(/^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(`{3,}|~{3,})(.*)$/) ?? [];
    if (fence) {
      const isEnd = mark?.startsWith(fence) && rest.trim() === '';
      fence = isEnd ? undefined : fence;
    } else if (mark && !(mark.startsWith('`') && rest.includes('`'))) {
      fence = mark;
    } else {
      lines.push(line);
    }
  }
  return lines.join('\n');
}

/** A path as it is on disk; a percent sign that encodes nothing stays. */
function decode(path) {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** The Markdown files that mkdocs.yml lists; its other keys name none. */
function findNavigation(config) {
  const title = /(?:"[^"\n]*"|'[^'\n]*'|(?:(?!\s#).)+?):[ \t]+/;
  const entry = new RegExp(
    `^[ \\t]*-[ \\t]+(?:${title.source})?['"]?([^'"\\s]+\\.md)['"]?[ \\t]*(?:[ \\t]#.*)?$`,
    'gm',
  );
  return [...config.matchAll(entry)].map(([, page]) => page);
}
