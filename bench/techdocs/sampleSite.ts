import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `mkdocs-techdocs-core` gives every site, as far as Debian packages it. */
const MKDOCS_YML = `site_name: Bench
theme:
  name: material
  font: false
  features: [navigation.footer]
plugins: [search]
markdown_extensions:
  - admonition
  - extra
  - toc:
      permalink: true
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight:
      linenums: true
      pygments_lang_class: true
  - pymdownx.inlinehilite
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.tasklist:
      custom_checkbox: true
  - pymdownx.tilde
`;

const TOPICS = ['refunds', 'ledger', 'invoices', 'stock', 'carriers', 'search'];
const PAGES_PER_FOLDER = 25;

function pick<T>(items: T[], index: number): T {
  return items[index % items.length];
}

function pagePath(index: number): string {
  const folder = Math.floor((index - 1) / PAGES_PER_FOLDER);
  return index === 0
    ? 'index.md'
    : `area-${folder}/page-${String(index).padStart(4, '0')}.md`;
}

function linkFrom(from: number, to: number): string {
  return from === 0 ? pagePath(to) : `../${pagePath(to)}`;
}

/** One page as teams write them: prose, a table, code, a note and links. */
function pageText(index: number, pageCount: number): string {
  const topic = pick(TOPICS, index);
  const paragraph = (n: number) =>
    `Service ${index} keeps ${pick(
      TOPICS,
      index + n,
    )} in step with ${topic}. Each ` +
    `change is written *once*, confirmed by **two** readers, and shown in \`${topic}.v${n}\` ` +
    'within a minute. Who reads it late sees the same figures as who reads it early, ' +
    'because nothing is changed in place.';
  const link = (n: number) =>
    `[page ${n}](${linkFrom(index, (index + n) % pageCount)})`;
  return `# How ${topic} work, part ${index}

${paragraph(1)}

See ${link(1)} and ${link(7)}, or write to the team.

## Before you start

- access to the *${topic}* project
- the command line tool, version ${index % 9}.${index % 5}
    - and its plugin for ${topic}
- [ ] a ticket

${paragraph(2)}

!!! note "Order matters"
    Stop the consumer first. ${paragraph(3)}

## Settings

| Name | Default | Meaning |
|---|---:|---|
| \`timeout\` | ${index} | seconds until a request ends |
| \`retries\` | 3 | how often it is tried |
| \`region\` | eu-west | where it runs |

\`\`\`yaml title="config.yaml"
service:
  name: ${topic}-${index}
  port: ${8000 + (index % 1000)}
  features: [audit, replay]
\`\`\`

## Steps

1. Open the console.
2. Run the command:

    \`\`\`bash
    acme ${topic} replay --from ${index} --to ${index + 10} | tee replay.log
    \`\`\`

3. Wait for the confirmation.

\`\`\`typescript
export async function replay(from: number, to: number): Promise<Entry[]> {
  const entries = await store.read({ topic: '${topic}', from, to });
  return entries.filter(entry => entry.version > ${index % 7});
}
\`\`\`

## When it fails

${paragraph(4)}

> A failed replay leaves everything as it was.

${paragraph(5)}
`;
}

/** Writes a repository with so many pages of documentation. */
export function writeSite(directory: string, pageCount: number) {
  mkdirSync(join(directory, 'docs'), { recursive: true });
  writeFileSync(join(directory, 'mkdocs.yml'), MKDOCS_YML);
  for (let index = 0; index < pageCount; index += 1) {
    const file = join(directory, 'docs', pagePath(index));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageText(index, pageCount));
  }
}

/** Adds a sentence to the first page, another one in each round. */
export function changePage(
  directory: string,
  { round, pageCount }: { round: number; pageCount: number },
) {
  const file = join(directory, 'docs', pagePath(0));
  const text = `${pageText(0, pageCount)}\nChanged in round ${round}.\n`;
  writeFileSync(file, text);
}
