import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  decodeCursor,
  encodeCursor,
  entityRefSchema,
  instantSchema,
  pageQuerySchema,
  parseInput,
  periodQuerySchema,
} from './index';

describe('parseInput', () => {
  const schema = z.object({ name: z.string(), size: z.number().max(3) });

  it('gives back what the schema makes of the value', () => {
    expect(parseInput(pageQuerySchema, { limit: '7' })).toEqual({ limit: 7 });
  });

  it('names every wrong field in one InputError', () => {
    const parse = () => parseInput(schema, { size: 4 });
    expect(parse).toThrow(InputError);
    expect(parse).toThrow(/'name': .*; 'size': /);
  });
});

describe('pages', () => {
  it.each([0, 201, 1.5, 'many'])('refuses a limit of %s', limit => {
    expect(() => parseInput(pageQuerySchema, { limit })).toThrow(InputError);
  });

  it('writes 50 items when nobody asks for a number', () => {
    expect(parseInput(pageQuerySchema, {})).toEqual({ limit: 50 });
  });

  it('reads its own cursors back, in any script', () => {
    const schema = z.tuple([z.string(), z.number()]);
    const cursor = encodeCursor(['Zürich ∑ 東京', 3]);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor(schema, cursor)).toEqual(['Zürich ∑ 東京', 3]);
  });

  it.each(['', '%%%', 'e30', encodeCursor({ other: 'list' })])(
    'refuses %j as a cursor',
    cursor => {
      expect(() => decodeCursor(z.tuple([z.string()]), cursor)).toThrow(
        'is not a cursor of this list',
      );
    },
  );
});

describe('entityRefSchema', () => {
  it('lower-cases', () => {
    expect(parseInput(entityRefSchema, 'Component:default/Payment_API')).toBe(
      'component:default/payment_api',
    );
  });

  it.each(['payment-service', 'component:payment-service', 'a:b/c/d', ''])(
    'refuses %j',
    ref => {
      expect(() => parseInput(entityRefSchema, ref)).toThrow(InputError);
    },
  );
});

describe('periods', () => {
  it('are normalised to UTC', () => {
    expect(parseInput(instantSchema, '2026-11-25T14:00:00+02:00')).toBe(
      '2026-11-25T12:00:00.000Z',
    );
  });

  it.each(['2026-11-25', '2026-11-25T14:00:00', 'yesterday'])(
    'refuse %j, which says no instant',
    instant => {
      expect(() => parseInput(instantSchema, instant)).toThrow(InputError);
    },
  );

  it('end after they begin', () => {
    const parse = () =>
      parseInput(periodQuerySchema, {
        from: '2026-11-25T12:00:00Z',
        to: '2026-11-25T13:00:00+01:00',
      });
    expect(parse).toThrow("'to': must be after 'from'");
  });
});
