import { ThreadedAnalyzer } from './ThreadedAnalyzer';

function openApi(version: string, properties: string): string {
  return `openapi: 3.0.3
info: { title: Refunds, version: ${version} }
paths:
  /refunds:
    get:
      responses:
        '200':
          description: All
          content:
            application/json:
              schema: { type: object, properties: { ${properties} } }
`;
}

const before = {
  type: 'openapi',
  text: openApi('1', 'id: { type: string }, fee: { type: integer }'),
};
const after = { type: 'openapi', text: openApi('2', 'id: { type: string }') };

describe('ThreadedAnalyzer', () => {
  let analyzer: ThreadedAnalyzer;

  afterEach(async () => {
    await analyzer.close();
  });

  it('reads and compares in its thread, which runs from the source', async () => {
    analyzer = new ThreadedAnalyzer({ maxMs: 20_000 });

    const [read, compared, lines] = await Promise.all([
      analyzer.read(after),
      analyzer.compare({ before, after }),
      analyzer.compareLines({ before: before.text, after: after.text }),
    ]);

    expect(read).toMatchObject({ isValid: true, version: '2' });
    expect(compared).toMatchObject({
      isSemantic: true,
      changes: [
        {
          severity: 'breaking',
          rule: 'response-property-removed',
          locations: ['GET /refunds'],
          path: '200 response › fee',
        },
      ],
    });
    expect(lines).toMatchObject({ addedLines: 2, removedLines: 2 });
  });

  it('gives up after its time, and works again afterwards', async () => {
    analyzer = new ThreadedAnalyzer({ maxMs: 500 });
    // Counting and hashing millions of values takes longer than that.
    const text = `[${'1,'.repeat(2_000_000)}1]`;
    const long = {
      type: 'openapi',
      text: `{"openapi": "3.0.0", "x": ${text}, "x-again": [${'[1],'.repeat(
        1_000_000,
      )}[1]]}`,
    };
    await analyzer.read(before);

    expect(await analyzer.read(long)).toEqual({
      isValid: false,
      error: {
        message: 'Reading the definition takes longer than 0.5 seconds.',
      },
    });
    expect(await analyzer.read(before)).toMatchObject({ isValid: true });
  });

  it('refuses work once it is closed', async () => {
    analyzer = new ThreadedAnalyzer({ maxMs: 20_000 });
    await analyzer.close();

    await expect(analyzer.read(before)).rejects.toThrow('shutting down');
  });
});
