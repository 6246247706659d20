import type { PlainData } from '@atrium/common/yaml';
import {
  compareSchemas as compare,
  type Schemas,
} from '../../__testUtils__/compareSchemas';
import { field, object } from '../../__testUtils__/schemas';

describe('a choice between schemas', () => {
  const card = object({ kind: { const: 'card' }, number: {} });
  const iban = object({ kind: { const: 'iban' }, iban: {} });

  it('may lose and win members', () => {
    expect(compare({ oneOf: [card, iban] }, { oneOf: [card] })).toEqual({
      request: ['breaking choice-removed'],
      response: ['compatible choice-removed'],
    });
    expect(compare({ oneOf: [card] }, { oneOf: [card, iban] })).toEqual({
      request: ['compatible choice-added'],
      response: ['risky choice-added'],
    });
  });

  it('knows its members by what tells them apart, in any order', () => {
    const newCard = object({ kind: { const: 'card' }, number: {}, holder: {} });
    expect(
      compare({ oneOf: [card, iban] }, { oneOf: [iban, newCard] }),
    ).toEqual({
      request: ['compatible property-added holder'],
      response: ['compatible property-added holder'],
    });
  });

  describe('whose members share constants or titles', () => {
    /** Told apart by their type only, as CloudEvents are. */
    const event = (type: string, properties: Schemas = {}, rest?: Schemas) =>
      object(
        { specversion: { const: '1.0' }, type: { const: type }, ...properties },
        rest,
      );
    const of = (...members: PlainData[]) => ({ oneOf: members });
    const titled = (name: string, properties: Schemas) =>
      object(properties, { title: name });

    /** [what, before, after, where consumers send it, where they get it] */
    const rules: [string, PlainData, PlainData, string[], string[]][] = [
      [
        'one that goes',
        of(event('a'), event('b'), event('c')),
        of(event('a'), event('c')),
        ['breaking choice-removed'],
        ['compatible choice-removed'],
      ],
      [
        'one that loses a field',
        of(event('a', { x: {} }), event('b'), event('c')),
        of(event('a'), event('b'), event('c')),
        ['breaking property-removed x'],
        ['breaking property-removed x'],
      ],
      [
        'one that asks for a field',
        of(event('a'), event('b'), event('c')),
        of(event('a', { x: {} }, { required: ['x'] }), event('b'), event('c')),
        ['breaking property-required x'],
        ['compatible property-added x'],
      ],
      [
        'a constant of all that changes',
        of(event('a'), event('b')),
        of(
          event('a', { specversion: { const: '1.1' } }),
          event('b', { specversion: { const: '1.1' } }),
        ),
        [
          'breaking enum-value-removed specversion',
          'compatible enum-value-added specversion',
        ],
        [
          'risky enum-value-added specversion',
          'compatible enum-value-removed specversion',
        ],
      ],
      [
        'those that a discriminator tells apart',
        {
          ...of(
            object({ v: { const: 1 }, kind: { const: 'a' } }),
            object({ v: { const: 2 }, kind: { const: 'b' } }),
          ),
          discriminator: { propertyName: 'kind' },
        },
        {
          ...of(
            object({ v: { const: 2 }, kind: { const: 'a' } }),
            object({ v: { const: 1 }, kind: { const: 'b' } }),
          ),
          discriminator: { propertyName: 'kind' },
        },
        [
          'breaking enum-value-removed v',
          'breaking enum-value-removed v',
          'compatible enum-value-added v',
          'compatible enum-value-added v',
        ],
        [
          'risky enum-value-added v',
          'risky enum-value-added v',
          'compatible enum-value-removed v',
          'compatible enum-value-removed v',
        ],
      ],
      [
        'the first of two of one title that loses a field',
        of(titled('T', { a: {}, b: {} }), titled('T', { c: {} })),
        of(titled('T', { a: {} }), titled('T', { c: {} })),
        ['breaking property-removed b'],
        ['breaking property-removed b'],
      ],
      [
        'one of two of one title that goes',
        of(titled('T', { a: {} }), titled('T', { c: {} }), card),
        of(titled('T', { a: {} }), card),
        ['breaking choice-removed'],
        ['compatible choice-removed'],
      ],
      [
        'constants that come from a part',
        of(
          { allOf: [event('a'), object({ x: {} })] },
          { allOf: [event('b'), object({ x: {} })] },
        ),
        of(
          { allOf: [event('b'), object({})] },
          { allOf: [event('a'), object({})] },
        ),
        ['breaking property-removed x'],
        ['breaking property-removed x'],
      ],
    ];

    it.each(rules)('tells %s', (_, before, after, request, response) => {
      expect(compare(before, after)).toEqual({ request, response });
    });
  });

  it('may take the place of one of its members', () => {
    const components = { Card: card, Iban: iban };
    const ref = { $ref: '#/components/schemas/Card' };
    expect(
      compare(
        field(ref),
        field({ oneOf: [ref, { $ref: '#/components/schemas/Iban' }] }),
        { components: { before: components, after: components } },
      ),
    ).toEqual({
      request: ['compatible choice-added a'],
      response: ['risky choice-added a'],
    });
  });

  describe('whose type is named beside it from now on', () => {
    const nested = { anyOf: [card, { oneOf: [iban, object({ id: {} })] }] };
    const text: PlainData = { type: 'string' };

    it.each([
      ['of objects', { oneOf: [card, iban] }],
      ['of choices between objects', nested],
    ])('says nothing new of a choice %s', (_, choice) => {
      const none = { request: [], response: [] };
      const named = { type: 'object', ...choice };
      expect(compare(choice, named)).toEqual(none);
      expect(compare(named, choice)).toEqual(none);
    });

    it('takes the members of other types away', () => {
      const choice = { oneOf: [card, text] };
      const named = { type: 'object', ...choice };
      expect(compare(choice, named)).toEqual({
        request: ['breaking type-changed'],
        response: ['compatible type-changed'],
      });
      expect(compare(named, choice)).toEqual({
        request: ['compatible type-changed'],
        response: ['breaking type-changed'],
      });
    });

    it('takes much away where a member may be anything', () => {
      const choice: PlainData = { oneOf: [card, { title: 'Anything' }] };
      expect(compare(choice, { type: 'object', ...choice })).toEqual({
        request: ['breaking type-changed'],
        response: ['compatible type-changed'],
      });
    });
  });

  describe('beside what the object says itself', () => {
    const choice = { anyOf: [{ required: ['a'] }, { required: ['b'] }] };
    const before = object(
      { id: { type: 'string' }, name: { type: 'string' } },
      { required: ['id', 'name'] },
    );

    it('does not hide what else changes', () => {
      const after = object(
        { id: { type: 'integer' } },
        { required: ['id'], ...choice },
      );
      expect(compare(before, after)).toEqual({
        request: [
          'breaking property-removed name',
          'breaking choice-changed',
          'breaking type-changed id',
        ],
        response: [
          'breaking property-removed name',
          'breaking type-changed id',
          'compatible choice-changed',
        ],
      });
    });

    it('may come and go', () => {
      const after = object(
        { id: { type: 'string' }, name: { type: 'string' } },
        { required: ['id', 'name'], ...choice },
      );
      expect(compare(before, after)).toEqual({
        request: ['breaking choice-changed'],
        response: ['compatible choice-changed'],
      });
      expect(compare(after, before)).toEqual({
        request: ['compatible choice-changed'],
        response: ['risky choice-changed'],
      });
    });

    it('leaves the type open only where nothing implies it', () => {
      expect(
        compare(
          { properties: { a: {}, b: {} } },
          { properties: { a: {}, b: {} }, ...choice },
        ),
      ).toEqual({
        request: ['breaking choice-changed'],
        response: ['compatible choice-changed'],
      });
    });

    it('may name the type that all members have', () => {
      const components = { Card: card, Iban: iban };
      const ref = { $ref: '#/components/schemas/Card' };
      const other = { $ref: '#/components/schemas/Iban' };
      expect(
        compare(field(ref), field({ type: 'object', oneOf: [ref, other] }), {
          components: { before: components, after: components },
        }),
      ).toEqual({
        request: ['compatible choice-added a'],
        response: ['risky choice-added a'],
      });
    });
  });
});
