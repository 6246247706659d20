import type { JsonObject } from '@backstage/types';
import type { RenderedFiles } from './__testUtils__/RenderedFiles';
import { renderTemplate } from './__testUtils__/renderTemplate';
import { sampleParameters } from './__testUtils__/sampleParameters';

const TEMPLATES = [
  'spring-boot-service',
  'node-service',
  'web-app',
  'documentation-site',
  'register-existing',
];

/** What got past every form and pattern, for each value of a skeleton. */
const ATTACKS: Record<string, string> = {
  'a new document': 'x\n---\nkind: User\nmetadata: {name: admin}',
  'a new field': 'team-a\n  system: other\nspec: {}',
  quotes: `"'"}],: '"`,
  'an anchor and an alias': '&a !!js/function *a',
  'a template in a template': '${{ values.name }} {{ 1 }} {% raw %}',
  'a comment': '# no value',
  'another type': 'null',
  'a number': '0x1F',
  'line breaks of Unicode': 'a\u0085b\u2028c\u2029d',
  'control characters': 'a\u0000\u0007\u001b[31m\u007fb',
  markup: '<script>alert(1)</script><!-- ]]> [x](javascript:x) `x`',
  'code of Java and JavaScript': '"; System.exit(1); //${x}`\\u0022',
  'a very long text': 'long '.repeat(20_000),
};

const IDENTIFIERS = [
  'name',
  'title',
  'description',
  'owner',
  'system',
  'namespace',
  'projectSlug',
  'templateVersion',
  'type',
  'lifecycle',
];
const markers = Object.fromEntries(
  IDENTIFIERS.map(name => [name, `MARK${name}MARK`]),
);

/** What the file would say if the value were data in each place. */
function replaceMarkers(value: JsonObject, attack: string): JsonObject {
  return JSON.parse(JSON.stringify(value), (_key, item) =>
    typeof item === 'string'
      ? item.replace(/MARK\w+?MARK/g, () => attack)
      : item,
  );
}

const variants = TEMPLATES.flatMap(name =>
  name === 'spring-boot-service'
    ? [
        [name, 'postgres'],
        [name, 'none'],
      ]
    : [[name, 'none']],
);

describe.each(variants)('%s with database %s', (name, database) => {
  const render = async (values: Record<string, string>) => {
    const { files } = await renderTemplate(
      name,
      {
        ...sampleParameters,
        database,
        hasDocs: true,
        runsInKubernetes: true,
        repoUrl: 'github.com?owner=my-org&repo=refund-service',
      },
      { values },
    );
    return files;
  };

  it.each(Object.entries(ATTACKS))('takes %s for data', async (_, attack) => {
    const expected = await render(markers);
    const files = await render(
      Object.fromEntries(IDENTIFIERS.map(id => [id, attack])),
    );

    expect(files.list().map(path => inspect(files, path))).toEqual(
      expected
        .list()
        .map(path => replaceMarkers(inspect(expected, path), attack)),
    );
  });
});

/** What of a file no value may change, except by standing in its place. */
function inspect(files: RenderedFiles, path: string): JsonObject {
  if (/\.(ya?ml|json)$/.test(path)) {
    return { path, documents: files.documents(path).map(readEmbeddedJson) };
  }
  const text = files.text(path);
  if (/\.(html|xml)$/.test(path)) {
    return { path, tags: text.match(/<[a-z!?/][^\s>]*/gi) };
  }
  // A code span shows what it holds.
  const markdown = path.endsWith('.md') ? text.replace(/`[^`\n]*`/g, '') : '';
  return {
    path,
    // No value starts a line of its own.
    lineCount: text.split('\n').length,
    hasMarkup: markdown.includes('<script'),
  };
}

/** The settings in a ConfigMap are JSON within a text. */
function readEmbeddedJson(document: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(document), (key, item) =>
    key === 'config.json' ? JSON.parse(item) : item,
  );
}
