import { readPlainYaml } from '@atrium/common/yaml';
import { parseCatalogDocuments } from './parseCatalogDocuments';

const parse = (content: string) =>
  parseCatalogDocuments(content, {
    read: async (text, options) => readPlainYaml(text, options),
  });

describe('parseCatalogDocuments', () => {
  it('takes the documents apart and says where each begins', async () => {
    expect(await parse('# shop\nkind: A\n---\n---\nkind: B\n---\n')).toEqual({
      documents: [
        { value: { kind: 'A' }, line: 2 },
        { value: { kind: 'B' }, line: 5 },
      ],
      problems: [],
    });
    expect(await parse('')).toEqual({ documents: [], problems: [] });
  });

  it('says what is wrong, and takes the rest', async () => {
    expect(await parse('kind: A\n---\na: b: c\n---\n- x\n')).toEqual({
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

  it('refuses what is too large, and aliases that explode', async () => {
    expect((await parse('x'.repeat(1024 * 1024 + 1))).problems).toEqual([
      expect.objectContaining({ kind: 'too-large' }),
    ]);
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefgh'].map((name, index) => {
        const before = 'abcdefg'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(await parse(bomb)).toMatchObject({
      documents: [],
      problems: [{ kind: 'syntax' }],
    });
  });
});
