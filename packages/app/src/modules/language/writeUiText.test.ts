import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import en from '../../translations/en';
import { writeUiText } from './writeUiText';

const { rewrite, UI_TEXTS } = jest.requireActual<{
  rewrite(source: string): string;
  UI_TEXTS: string[];
}>('../../../bundler/uiTextLoader.cjs');
const { extendConfig } = jest.requireActual<{
  extendConfig(config: object): {
    module: { rules: { test: RegExp[]; use?: string }[] };
  };
}>('../../../bundler/extendConfig.cjs');

function filesOf(name: string): string[] {
  const folder = join(dirname(require.resolve(`${name}/package.json`)), 'dist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file =>
    join(folder, file),
  );
}

const { module: bundled } = extendConfig({
  module: { rules: [] },
  optimization: { splitChunks: { cacheGroups: {} } },
  resolve: {},
});
const patterns = bundled.rules.find(({ use }) =>
  use?.endsWith('uiTextLoader.cjs'),
)?.test;
const sources = [
  '@backstage/ui',
  '@backstage/plugin-techdocs',
  '@backstage/plugin-techdocs-module-addons-contrib',
]
  .flatMap(filesOf)
  .filter(file => patterns?.some(pattern => pattern.test(file)))
  .map(file => ({ file, source: readFileSync(file, 'utf8') }));

it('finds each text in a component, and has words for it', () => {
  const rewritten = sources.map(({ source }) => rewrite(source)).join('\n');
  const words = new Set<string>(Object.values(en));
  for (const text of UI_TEXTS) {
    expect(rewritten).toContain(`uiText("${text}")`);
    expect(words).toContain(writeUiText(text));
  }
});

it('leaves no text in English but those of tables', () => {
  const left = sources.flatMap(({ file, source }) =>
    [
      ...rewrite(source).matchAll(
        /(?:"aria-label"|children|placeholder): "([A-Z][^"]*)"/g,
      ),
    ]
      // The tables of the portal are our own.
      .filter(() => !/[\\/]Table/.test(file))
      .map(([, text]) => text),
  );
  expect(left).toEqual([]);
});

it('leaves files without texts as they are', () => {
  expect(rewrite('Dialog.displayName = "Close";')).toBe(
    'Dialog.displayName = "Close";',
  );
  expect(rewrite('jsx(A, { "aria-label": "Close" });')).toBe(
    `import { uiText } from 'ui-text'; jsx(A, { "aria-label": uiText("Close") });`,
  );
});
