import { RefResolver } from './RefResolver';

describe('RefResolver', () => {
  const resolver = new RefResolver({
    components: {
      schemas: {
        Refund: { type: 'object' },
        Alias: { $ref: '#/components/schemas/Refund' },
        Loop: { $ref: '#/components/schemas/Loop' },
      },
    },
  });

  it.each([
    ['#/components/schemas/Alias', { type: 'object' }, 'Refund', undefined],
    ['#/components/schemas/Loop', undefined, 'Loop', undefined],
    ['#/components/schemas/None', undefined, 'None', undefined],
    ['./other.yaml#/Refund', undefined, undefined, './other.yaml#/Refund'],
  ])('follows %s', ($ref, value, name, externalRef) => {
    expect(resolver.resolve({ $ref })).toEqual({ value, name, externalRef });
  });

  it('leaves alone what is no reference', () => {
    expect(resolver.resolve(['$ref'])).toEqual({ value: ['$ref'] });
    expect(resolver.resolve({ $ref: 1 })).toEqual({ value: { $ref: 1 } });
    expect(resolver.resolve(undefined)).toEqual({ value: undefined });
  });
});
