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

/** The sets of which mkdocs-material knows more than these. */
const SETS: Record<string, () => string> = {
  material: () => require.resolve('@iconify-json/mdi/icons.json'),
  octicons: () => require.resolve('@iconify-json/octicon/icons.json'),
};

const DEFAULT_SIZE = 16;

const loaded = new Map<string, IconSet>();

function own<T>(record: Record<string, T> | undefined, key: string) {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Read when the first page asks for it: most pages have no icons. */
function loadSet(name: string): IconSet | undefined {
  const findFile = own(SETS, name);
  if (!findFile) {
    return undefined;
  }
  let set = loaded.get(name);
  if (!set) {
    const content: IconSet = JSON.parse(readFileSync(findFile(), 'utf8'));
    set = content;
    loaded.set(name, content);
  }
  return set;
}

/** The drawing of an icon, or undefined when it is not known. */
export function iconSvg(setName: string, name: string): string | undefined {
  const set = loadSet(setName);
  const icon =
    own(set?.icons, name) ??
    own(set?.icons, own(set?.aliases, name)?.parent ?? '');
  if (!set || !icon) {
    return undefined;
  }
  const width = icon.width ?? set.width ?? DEFAULT_SIZE;
  const height = icon.height ?? set.height ?? DEFAULT_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true">${icon.body}</svg>`;
}
