import { readFileSync } from 'node:fs';

interface IconData {
  body: string;
  width?: number;
  height?: number;
}

interface IconSet {
  icons: Record<string, IconData>;
  aliases?: Record<string, { parent: string }>;
  width?: number;
  height?: number;
}

/** The sets that mkdocs-material brings, the longer name first. */
const SETS: [prefix: string, file: () => string][] = [
  ['material-', () => require.resolve('@iconify-json/mdi/icons.json')],
  ['octicons-', () => require.resolve('@iconify-json/octicon/icons.json')],
  [
    'fontawesome-brands-',
    () => require.resolve('@iconify-json/fa6-brands/icons.json'),
  ],
  [
    'fontawesome-regular-',
    () => require.resolve('@iconify-json/fa6-regular/icons.json'),
  ],
  [
    'fontawesome-solid-',
    () => require.resolve('@iconify-json/fa6-solid/icons.json'),
  ],
  ['simple-', () => require.resolve('@iconify-json/simple-icons/icons.json')],
];

const DEFAULT_SIZE = 16;

const loaded = new Map<string, IconSet>();

function own<T>(record: Record<string, T> | undefined, key: string) {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Read when the first page asks for it: most pages have no icons. */
function loadSet(findFile: () => string): IconSet {
  const file = findFile();
  const known = loaded.get(file);
  if (known) {
    return known;
  }
  const content: IconSet = JSON.parse(readFileSync(file, 'utf8'));
  loaded.set(file, content);
  return content;
}

/**
 * The drawing of an icon by its name in mkdocs-material, such as
 * `material-clock-fast`, or undefined when it is not known.
 */
export function iconSvg(shortcode: string): string | undefined {
  const [prefix, findFile] =
    SETS.find(([start]) => shortcode.startsWith(start)) ?? [];
  if (prefix === undefined || !findFile) {
    return undefined;
  }
  const name = shortcode.slice(prefix.length);
  const set = loadSet(findFile);
  const icon =
    own(set.icons, name) ??
    own(set.icons, own(set.aliases, name)?.parent ?? '');
  if (!icon) {
    return undefined;
  }
  const width = icon.width ?? set.width ?? DEFAULT_SIZE;
  const height = icon.height ?? set.height ?? DEFAULT_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true">${icon.body}</svg>`;
}
