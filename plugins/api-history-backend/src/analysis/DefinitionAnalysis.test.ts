import { DefinitionAnalysis } from './DefinitionAnalysis';

const yaml = `
openapi: 3.0.3
info: { title: Refunds, version: 1.10 }
paths:
  /refunds:
    get: { summary: All, responses: { '200': { description: All } } }
`;

function read(text: string, type = 'openapi') {
  return new DefinitionAnalysis().read({ type, text });
}

function hashOf(text: string, type = 'openapi') {
  const result = read(text, type);
  return result.isValid ? result.contentHash : undefined;
}

describe('reading', () => {
  it('knows a definition again however it is formatted', () => {
    const reordered = `
# The same
paths:
  '/refunds':
    get:
      responses:
        "200":
          description: "All"
      summary: All
info:
  version: 1.10
  title: Refunds
openapi: 3.0.3
`;
    const json = JSON.stringify({
      info: { title: 'Refunds', version: 1.1 },
      openapi: '3.0.3',
      paths: {
        '/refunds': {
          get: { summary: 'All', responses: { '200': { description: 'All' } } },
        },
      },
    });
    expect(hashOf(yaml)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(reordered)).toBe(hashOf(yaml));
    expect(hashOf(json)).toBe(hashOf(yaml));
    expect(hashOf(`\uFEFF${json}`)).toBe(hashOf(yaml));
  });

  it('takes what it says for a change, descriptions too', () => {
    expect(hashOf(yaml.replace('summary: All', 'summary: Each'))).not.toBe(
      hashOf(yaml),
    );
  });

  it('knows text of other types again with other line ends', () => {
    expect(hashOf('a  \r\nb\r\n', 'trpc')).toBe(hashOf('a\nb', 'trpc'));
    expect(hashOf('a\nc', 'trpc')).not.toBe(hashOf('a\nb', 'trpc'));
  });

  /** [what, text, message, line] */
  const wrong: [string, string, RegExp, number | undefined][] = [
    ['YAML', 'openapi: 3.0.0\npaths:\n  /a: {\n', /end with a }/, 4],
    [
      'a repeated key',
      'openapi: 3.0.0\nopenapi: 3.0.1\n',
      /openapi is there twice/,
      2,
    ],
    ['JSON', '{\n  "openapi": "3.0.0",\n  "paths": {,}\n}', /Unexpected ,/, 3],
    ['a text', 'just words', /not an OpenAPI document/, 1],
    ['another kind of document', 'asyncapi: 2.6.0', /no key 'openapi'/, 1],
    ['a later version', 'info: {}\nopenapi: 4.0.0', /not a known version/, 2],
    ['a list of paths', 'openapi: 3.0.0\n\npaths: []', /'paths' must be/, 3],
    [
      'a path that is none',
      '{"openapi":"3.0.0","paths":{"/a":1}}',
      /'paths.\/a'/,
      1,
    ],
    ['nothing', '', /not an OpenAPI document/, 1],
  ];

  it.each(wrong)('says where %s is wrong', (_, text, message, line) => {
    expect(read(text)).toEqual({
      isValid: false,
      error: expect.objectContaining({
        message: expect.stringMatching(message),
        line,
      }),
    });
  });

  it('refuses a definition that expands without end', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x]'
        : `l${level}: &l${level} [${Array(12).fill(`*l${level - 1}`)}]`,
    );
    expect(read(`openapi: 3.0.0\n${levels.join('\n')}`)).toEqual({
      isValid: false,
      error: {
        message: 'The definition expands to more than 5,000,000 values',
      },
    });
  });

  it.each([
    ['a list that holds itself', 'openapi: 3.0.0\nx: &x [*x]'],
    [
      '500 lists in each other',
      `openapi: 3.0.0\nx: ${'['.repeat(500)}${']'.repeat(500)}`,
    ],
    ['a million lists in each other', `{"x": ${'['.repeat(1_000_000)}`],
  ])('refuses %s', (_, text) => {
    expect(read(text)).toMatchObject({
      isValid: false,
      error: { message: expect.stringMatching(/nested/) },
    });
  });

  it('is not led astray by names that objects have', () => {
    const text = `{"openapi":"3.0.0","paths":{"/__proto__":{"get":{}}},"components":{"schemas":{"__proto__":{"type":"string"},"constructor":{"type":"object"}}}}`;
    expect(read(text)).toMatchObject({ isValid: true });
    expect(({} as { type?: string }).type).toBeUndefined();
  });
});

describe('comparing', () => {
  const analysis = new DefinitionAnalysis();

  it('says why there is nothing to tell', async () => {
    const swagger = { type: 'openapi', text: 'swagger: "2.0"\ninfo: {}' };
    expect(analysis.read(swagger)).toMatchObject({ isValid: true });
    expect(await analysis.compare({ before: swagger, after: swagger })).toEqual(
      {
        isSemantic: false,
        reason: 'Swagger 2 definitions are compared line by line only.',
        messages: { reason: [{ key: 'apiHistory.textOnly.swagger2' }] },
      },
    );
    expect(
      await analysis.compare({
        before: { type: 'trpc', text: 'a' },
        after: { type: 'trpc', text: 'b' },
      }),
    ).toEqual({
      isSemantic: false,
      reason: 'Definitions of this type are compared line by line only.',
      messages: { reason: [{ key: 'apiHistory.textOnly.unknownType' }] },
    });
    expect(
      await analysis.compare({
        before: { type: 'graphql', text: 'type Query { a: Int }' },
        after: { type: 'openapi', text: yaml },
      }),
    ).toEqual({
      isSemantic: false,
      reason: 'The type of the API changed from graphql to openapi.',
      messages: {
        reason: [
          {
            key: 'apiHistory.textOnly.type',
            values: { before: 'graphql', after: 'openapi' },
          },
        ],
      },
    });
  });

  describe('a definition with very long names', () => {
    const long = 'a'.repeat(1_000_000);
    const fields = (count: number) => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `p${index}`,
          { type: 'string' },
        ]),
      ),
    });
    const post = (path: string, schema: unknown) => ({
      type: 'openapi',
      text: JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'T', version: '1' },
        paths: {
          [path]: {
            post: {
              requestBody: { content: { 'application/json': { schema } } },
            },
          },
        },
      }),
    });

    it.each([
      ['path', (count: number) => post(`/${long}`, fields(count))],
      [
        'field',
        (count: number) =>
          post('/a', {
            type: 'object',
            properties: { [long.slice(0, 50_000)]: fields(count) },
          }),
      ],
    ])('keeps only the beginning of a %s', async (_, definition) => {
      const result = await analysis.compare({
        before: definition(600),
        after: definition(1),
      });

      expect(result).toMatchObject({
        isSemantic: true,
        counts: { breaking: 599, risky: 0, compatible: 0 },
      });
      expect(JSON.stringify(result).length).toBeLessThan(2_000_000);
    });

    it('keeps only the beginning of what a message says of it', async () => {
      const query = (rest: string) => ({
        type: 'graphql',
        text: `type Query { a: Int ${rest} }`,
      });
      const result = await analysis.compare({
        before: query(`${long}: Int`),
        after: query(''),
      });

      expect(result).toMatchObject({ counts: { breaking: 1 } });
      expect(JSON.stringify(result).length).toBeLessThan(2_000);
    });
  });

  it('shows differing lines with three around them', () => {
    const before = Array.from(
      { length: 20 },
      (_, index) => `line ${index + 1}`,
    );
    const after = before.with(9, 'another line');
    const changes = analysis.compareLines({
      before: before.join('\n'),
      after: after.join('\r\n'),
    });

    expect(changes).toMatchObject({
      addedLines: 1,
      removedLines: 1,
      isTruncated: false,
    });
    expect(changes.hunks).toHaveLength(1);
    expect(changes.hunks[0]).toMatchObject({ fromLine: 7, toLine: 7 });
    expect(changes.hunks[0].lines.map(({ kind }) => kind)).toEqual([
      ...['same', 'same', 'same', 'removed', 'added', 'same', 'same', 'same'],
    ]);
    expect(changes.hunks[0].lines[4]).toEqual({
      kind: 'added',
      text: 'another line',
    });
  });

  it('shows at most 2,000 lines', () => {
    // 300 lines that differ, with six between them.
    const lines = (word: string) =>
      Array.from({ length: 2_100 }, (_, index) =>
        index % 7 === 3 ? `${word} ${index}` : `line ${index}`,
      ).join('\n');
    const changes = analysis.compareLines({
      before: lines('a'),
      after: lines('b'),
    });

    expect(changes).toMatchObject({
      addedLines: 300,
      removedLines: 300,
      isTruncated: true,
    });
    expect(changes.hunks.flatMap(({ lines: shown }) => shown)).toHaveLength(
      2_000,
    );
  });
});
