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
