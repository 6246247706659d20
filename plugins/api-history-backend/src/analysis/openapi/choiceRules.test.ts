import { compareSchemas as compare } from '../../__testUtils__/compareSchemas';
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
