import { parseCatalogDocuments } from './parseCatalogDocuments';

describe('parseCatalogDocuments', () => {
  it('takes the documents apart and says where each begins', () => {
    expect(
      parseCatalogDocuments('# shop\nkind: A\n---\n---\nkind: B\n---\n'),
    ).toEqual({
      documents: [
        { value: { kind: 'A' }, line: 2 },
        { value: { kind: 'B' }, line: 5 },
      ],
      problems: [],
    });
    expect(parseCatalogDocuments('')).toEqual({ documents: [], problems: [] });
  });

  it('says what is wrong, and takes the rest', () => {
    expect(parseCatalogDocuments('kind: A\n---\na: b: c\n---\n- x\n')).toEqual({
      documents: [{ value: { kind: 'A' }, line: 1 }],
      problems: [
        {
          kind: 'syntax',
          message: 'Nested mappings are not allowed in compact mappings',
          line: 3,
          column: 4,
        },
        {
          kind: 'syntax',
          message: 'A document of a catalog file is an object',
          line: 5,
          column: 1,
        },
      ],
    });
  });

  it('refuses what is too large, and aliases that explode', () => {
    expect(parseCatalogDocuments('x'.repeat(1024 * 1024 + 1)).problems).toEqual(
      [expect.objectContaining({ kind: 'too-large' })],
    );
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefgh'].map((name, index) => {
        const before = 'abcdefg'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(parseCatalogDocuments(bomb)).toMatchObject({
      documents: [],
      problems: [{ kind: 'syntax' }],
    });
  });
});
