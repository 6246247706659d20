import {
  ignoredExtensionOptions,
  ignoredOptions,
  knownExtensions,
  knownPlugins,
  supportedKeys,
} from '../site/mkdocsVocabulary.ts';

const ROWS: [title: string, names: ReadonlySet<string>][] = [
  ['Settings', supportedKeys],
  ['Plugins', knownPlugins],
  ['Extensions', knownExtensions],
];

function row(cells: string[], widths: number[], filler = ' '): string {
  const padded = cells.map((cell, index) => cell.padEnd(widths[index], filler));
  return `| ${padded.join(' | ')} |`;
}

/** A name with the options that are not understood of it. */
function describe(name: string): string {
  const ignored = [
    ...(ignoredOptions[name] ?? []),
    ...Object.keys(ignoredExtensionOptions[name] ?? {}),
  ].map(option => `\`${option}\``);
  return ignored.length > 0
    ? `\`${name}\` (without ${ignored.join(', ')})`
    : `\`${name}\``;
}

/** The table of what is understood, as prettier would write it. */
function table(): string {
  const cells = [
    ['In `mkdocs.yml`', 'What is understood'],
    ...ROWS.map(([title, names]) => [
      title,
      [...names].sort().map(describe).join(', '),
    ]),
  ];
  const widths = [0, 1].map(column =>
    Math.max(...cells.map(line => line[column].length)),
  );
  const [head, ...body] = cells.map(line => row(line, widths));
  return [head, row(['', ''], widths, '-'), ...body].join('\n');
}

/** Puts what the engine understands of mkdocs.yml in the place of its table. */
export function documentVocabulary(guide: string): string {
  return guide.replace(
    /\| In `mkdocs\.yml` [\s\S]*?\n(?=\n)/,
    () => `${table()}\n`,
  );
}
