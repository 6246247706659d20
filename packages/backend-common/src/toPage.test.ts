import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { PageCursor, timeCursor } from './PageCursor';
import { toPage } from './toPage';

describe('PageCursor', () => {
  const cursor = new PageCursor(z.tuple([z.string(), z.number()]));

  it('reads its own cursors back, in any script', () => {
    const written = cursor.encode(['Zürich ∑ 東京', 3]);
    expect(written).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(cursor.decode(written)).toEqual(['Zürich ∑ 東京', 3]);
    expect(cursor.decode(undefined)).toBeUndefined();
  });

  it.each(['', '%%%', 'e30', 'WyJhIl0', 'WyJhIiwiMyJd'])(
    // No JSON, none, {}, ["a"] and ["a","3"].
    'refuses %j as a cursor',
    written => {
      expect(() => cursor.decode(written)).toThrow(InputError);
      expect(() => cursor.decode(written)).toThrow(
        `'${written}' is not a cursor of this list`,
      );
    },
  );

  it('takes a time and an id, and nothing that is less', () => {
    const at = '2026-11-27T08:00:00.000Z';
    const id = '7f8b3f4e-6f0c-4a55-9c57-1c1b6d1f3a10';
    expect(timeCursor.decode(timeCursor.encode([at, id]))).toEqual([at, id]);
    expect(() => timeCursor.decode(timeCursor.encode([at, '1']))).toThrow(
      InputError,
    );
  });
});

describe('a forged PageCursor', () => {
  const forge = (position: unknown) =>
    Buffer.from(JSON.stringify(position)).toString('base64url');
  const id = '7f8b3f4e-6f0c-4a55-9c57-1c1b6d1f3a10';
  const nameCursor = new PageCursor(z.tuple([z.string()]));

  it('is refused where PostgreSQL could not hold what is in it', () => {
    expect(() =>
      timeCursor.decode(forge(['0000-01-01T00:00:00Z', id])),
    ).toThrow(InputError);
    expect(() => nameCursor.decode(forge(['a\u0000b']))).toThrow(InputError);
    expect(nameCursor.decode(forge(['0000-a']))).toEqual(['0000-a']);
  });

  it('is refused where a value turns out not to be of the type it is asked for', async () => {
    const failWith = (code: string) => async () => {
      throw Object.assign(new Error('invalid input syntax'), { code });
    };
    const cursor = forge(['a']);
    await expect(nameCursor.query(cursor, failWith('22P02'))).rejects.toThrow(
      `'${cursor}' is not a cursor of this list in this order`,
    );
    await expect(nameCursor.query(cursor, failWith('57014'))).rejects.toThrow(
      'invalid input syntax',
    );
    await expect(
      nameCursor.query(undefined, failWith('22P02')),
    ).rejects.not.toThrow(InputError);
  });
});

describe('toPage', () => {
  const options = {
    limit: 2,
    totalItems: 7,
    toCursor: (last: string) => `after ${last}`,
  };

  it('keeps the row that is too many to itself', () => {
    expect(toPage(['a', 'b', 'c'], options)).toEqual({
      items: ['a', 'b'],
      totalItems: 7,
      nextCursor: 'after b',
    });
  });

  it.each([[['a', 'b']], [['a']], [[]]])(
    'ends with %j, without a cursor',
    rows => {
      expect(toPage(rows, options)).toEqual({ items: rows, totalItems: 7 });
    },
  );
});
