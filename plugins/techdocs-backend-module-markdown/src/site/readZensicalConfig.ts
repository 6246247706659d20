import { isRecord } from '@atrium/common';
import { InputError } from '@backstage/errors';
import { parse, TomlError } from 'smol-toml';
import { words } from '../markdown/docsWords';

type Settings = Record<string, unknown>;

/** What Zensical switches on for a site that names no extensions. */
const DEFAULT_EXTENSIONS = [
  ...['abbr', 'admonition', 'attr_list', 'def_list', 'footnotes'],
  ...['md_in_html', 'toc', 'pymdownx.arithmatex', 'pymdownx.betterem'],
  ...['pymdownx.caret', 'pymdownx.details', 'pymdownx.emoji'],
  ...['pymdownx.highlight', 'pymdownx.inlinehilite', 'pymdownx.keys'],
  ...['pymdownx.magiclink', 'pymdownx.mark', 'pymdownx.smartsymbols'],
  ...['pymdownx.superfences', 'pymdownx.tabbed', 'pymdownx.tasklist'],
  'pymdownx.tilde',
];

/** Tables that hold extensions, and are none. */
const NAMESPACES = new Set(['pymdownx', 'pymdownx.blocks', 'zensical']);

/** No setting of a site lies deeper. */
const MAX_DEPTH = 50;

function parseToml(fileName: string, text: string): Settings {
  try {
    return parse(text, { maxDepth: MAX_DEPTH, unsafeKeyBehaviour: 'drop' });
  } catch (error) {
    if (!(error instanceof TomlError)) {
      throw error;
    }
    // Below the first line of the message stands the text around the place.
    const [message] = error.message.split('\n');
    throw words.error(
      InputError,
      words.describe('docs.failure.columnOfToml', {
        file: fileName,
        line: String(error.line),
        column: String(error.column),
        problem: message,
      }),
    );
  }
}

/** `[markdown_extensions.pymdownx.blocks.tab]` is the extension of that name. */
function flatten(tables: Settings, prefix = ''): Settings {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([key, value]): [string, unknown][] => {
      const name = prefix + key;
      return NAMESPACES.has(name) && isRecord(value)
        ? Object.entries(flatten(value, `${name}.`))
        : [[name, value]];
    }),
  );
}

/** Reads `zensical.toml` as the settings that `mkdocs.yml` would hold. */
export function readZensicalConfig(fileName: string, text: string): Settings {
  const { project } = parseToml(fileName, text);
  if (!isRecord(project)) {
    throw words.error(
      InputError,
      words.describe('docs.failure.noProjectTable', { file: fileName }),
    );
  }
  const { markdown_extensions: extensions, ...settings } = project;
  return {
    ...settings,
    markdown_extensions: isRecord(extensions)
      ? flatten(extensions)
      : DEFAULT_EXTENSIONS,
  };
}
