import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  entityRefSchema,
  instantSchema,
  noQuerySchema,
  pageQuerySchema,
  parseInput,
  parseQuery,
  periodQuerySchema,
  recentPeriodQuerySchema,
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

describe('parseQuery', () => {
  const period = z.object({ from: z.string(), to: z.string() });
  const schema = period
    .refine(({ from, to }) => from < to, 'must end after it begins')
    .and(pageQuerySchema.transform(({ limit }) => ({ size: limit })));

  it('gives back what the schema makes of the query', () => {
    expect(parseQuery(schema, { from: '1', to: '2', limit: '7' })).toEqual({
      from: '1',
      to: '2',
      size: 7,
    });
    expect(parseQuery(noQuerySchema, {})).toEqual({});
  });

  it('refuses parameters that the route does not know, and lists the others', () => {
    const parse = () =>
      parseQuery(schema, { from: '1', to: '2', entityref: 'x', page: '2' });
    expect(parse).toThrow(InputError);
    expect(parse).toThrow(
      "Unknown query parameter 'entityref', 'page'; this route takes 'from', 'to', 'limit', 'cursor'",
    );
    expect(() => parseQuery(noQuerySchema, { limit: '1' })).toThrow(
      "Unknown query parameter 'limit'; this route takes none",
    );
  });

  it('refuses a known parameter with a wrong value like other input', () => {
    expect(() => parseQuery(pageQuerySchema, { limit: ['1', '2'] })).toThrow(
      /'limit': /,
    );
  });

  it('finds a schema that is no object by the first request', () => {
    expect(() => parseQuery(z.string(), {})).toThrow(TypeError);
  });
});

describe('pages', () => {
  it.each([0, 201, 1.5, 'many'])('refuses a limit of %s', limit => {
    expect(() => parseInput(pageQuerySchema, { limit })).toThrow(InputError);
  });

  it('writes 50 items when nobody asks for a number', () => {
    expect(parseInput(pageQuerySchema, {})).toEqual({ limit: 50 });
  });
});

describe('entityRefSchema', () => {
  it('lower-cases', () => {
    expect(parseInput(entityRefSchema, 'Component:default/Payment_API')).toBe(
      'component:default/payment_api',
    );
  });

  it.each([
    'api:default/v1.2_a--b',
    'component:a-b/x',
    `component:default/${'n'.repeat(63)}`,
  ])('takes %j', ref => {
    expect(parseInput(entityRefSchema, ref)).toBe(ref);
  });

  it.each([
    'payment-service',
    'component:payment-service',
    'a:b/c/d',
    '',
    'component:default/',
    'component:default/pay\u0000ment',
    'component:default/payment\n',
    'component:default/pay ment',
    'component:default/..',
    'component:default/-payment',
    'component:de_fault/payment',
    // The Kelvin sign, which becomes a k in lower case.
    'component:default/\u212Aiosk',
    `component:default/${'n'.repeat(64)}`,
  ])('refuses %j', ref => {
    expect(() => parseInput(entityRefSchema, ref)).toThrow(InputError);
  });
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

  it('are the last 30 days where none is named', () => {
    jest.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z') });
    try {
      const parse = (query: object) =>
        parseInput(recentPeriodQuerySchema, query);
      const now = '2026-11-25T12:00:00.000Z';
      expect(parse({})).toEqual({ from: '2026-10-26T12:00:00.000Z', to: now });
      expect(parse({ from: '2026-11-01T00:00:00Z' })).toEqual({
        from: '2026-11-01T00:00:00.000Z',
        to: now,
      });
      expect(parse({ to: '2026-03-01T00:00:00Z' })).toEqual({
        from: '2026-01-30T00:00:00.000Z',
        to: '2026-03-01T00:00:00.000Z',
      });
      expect(() => parse({ from: '2026-11-25T12:00:00Z' })).toThrow(
        "'to': must be after 'from'",
      );
    } finally {
      jest.useRealTimers();
    }
  });
});
