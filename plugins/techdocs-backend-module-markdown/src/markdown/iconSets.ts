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

/** Behind so many icons to read a whole set takes less than to look for one more. */
const MAX_SEARCHES = 16;

function own<T>(record: Record<string, T> | undefined, key: string) {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * A file with megabytes of icons, of which most sites show a handful.
 *
 * @remarks
 * Each icon starts on a line of its own, so that a few are found without reading the
 * rest. All of it is read for many icons, for aliases and for what is not there.
 */
class IconFile {
  readonly #text: string;
  readonly #size: { width: number; height: number };
  #set: IconSet | undefined;
  #searchCount = 0;

  constructor(file: string) {
    this.#text = readFileSync(file, 'latin1');
    // What holds for all icons stands at the end.
    const end = this.#text.slice(-200);
    const [width, height] = [/\n\t"width": (\d+)/, /\n\t"height": (\d+)/].map(
      pattern => Number(pattern.exec(end)?.[1] ?? DEFAULT_SIZE),
    );
    this.#size = { width, height };
  }

  find(name: string): Required<IconData> | undefined {
    this.#searchCount += 1;
    const icon =
      (this.#searchCount <= MAX_SEARCHES && this.#search(name)) ||
      this.#findInSet(name);
    return icon && { ...this.#size, ...icon };
  }

  #search(name: string): IconData | undefined {
    const line = `\n\t\t"${name}": {`;
    const from = this.#text.indexOf(`${line}\n\t\t\t"body"`);
    const to = this.#text.indexOf('\n\t\t}', from);
    return from < 0 || to < 0
      ? undefined
      : JSON.parse(`{${this.#text.slice(from + line.length, to)}}`);
  }

  #findInSet(name: string): IconData | undefined {
    this.#set ??= JSON.parse(this.#text) as IconSet;
    const { aliases, icons } = this.#set;
    return own(icons, name) ?? own(icons, own(aliases, name)?.parent ?? '');
  }
}

const loaded = new Map<string, IconFile>();

/** Read when the first page asks for it: most pages have no icons. */
function load(findFile: () => string): IconFile {
  const file = findFile();
  const known = loaded.get(file) ?? new IconFile(file);
  loaded.set(file, known);
  return known;
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
  const icon = load(findFile).find(shortcode.slice(prefix.length));
  return (
    icon &&
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${icon.width} ${icon.height}" aria-hidden="true">${icon.body}</svg>`
  );
}
