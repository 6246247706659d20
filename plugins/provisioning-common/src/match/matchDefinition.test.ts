import {
  findDuplicates,
  type MatchCandidate,
  type MatchCriteria,
  matchDefinition,
} from './matchDefinition';

const REQUEST: MatchCriteria = {
  type: 'postgres',
  class: 'default',
  environment: 'staging-eu',
  environmentType: 'staging',
  entityRef: 'component:default/payment-service',
  resource: 'ledger',
};

const candidate = (
  name: string,
  match: MatchCandidate['match'] = {},
  type = 'postgres',
): MatchCandidate => ({ name, type, match });

const ANY = candidate('any');
const BY_TYPE = candidate('by-type', { environmentType: 'staging' });
const BY_ENTITY = candidate('by-entity', {
  entity: 'component:default/payment-service',
});
const BY_ENVIRONMENT = candidate('by-environment', {
  environment: 'staging-eu',
});
const BY_RESOURCE = candidate('by-resource', { resource: 'ledger' });

describe('matchDefinition', () => {
  it.each<[string, MatchCandidate[], string]>([
    ['the one that fits any', [ANY], 'any'],
    ['a type of environment over any', [ANY, BY_TYPE], 'by-type'],
    ['a component over a type', [BY_ENTITY, BY_TYPE], 'by-entity'],
    [
      'an environment over a component',
      [BY_ENTITY, BY_ENVIRONMENT],
      'by-environment',
    ],
    [
      'a resource over an environment',
      [BY_RESOURCE, BY_ENVIRONMENT],
      'by-resource',
    ],
    [
      // The most specific element decides, not how many there are.
      'a resource over all the others together',
      [
        candidate('three', {
          environmentType: 'staging',
          entity: 'component:default/payment-service',
          environment: 'staging-eu',
        }),
        BY_RESOURCE,
      ],
      'by-resource',
    ],
    [
      'the next element where both have the most specific one',
      [
        BY_RESOURCE,
        candidate('resource-and-type', {
          resource: 'ledger',
          environmentType: 'staging',
        }),
      ],
      'resource-and-type',
    ],
  ])('takes %s', (_, candidates, winner) => {
    expect(matchDefinition(REQUEST, candidates).winner?.name).toBe(winner);
    expect(matchDefinition(REQUEST, candidates.toReversed()).winner?.name).toBe(
      winner,
    );
  });

  it('gives a class only to those who ask for it', () => {
    const large = candidate('large', { class: 'large', resource: 'ledger' });

    expect(matchDefinition(REQUEST, [large]).winner).toBeUndefined();
    expect(
      matchDefinition({ ...REQUEST, class: 'large' }, [ANY, large]).winner,
    ).toBe(large);
    expect(
      matchDefinition({ ...REQUEST, class: 'tiny' }, [ANY, large]).winner,
    ).toBeUndefined();
  });

  it('says why each of the others of the type was not taken', () => {
    const result = matchDefinition(REQUEST, [
      candidate('z-production', { environmentType: 'production' }),
      BY_ENTITY,
      candidate('a-large', { class: 'large' }),
      ANY,
      candidate('cache', {}, 'redis'),
    ]);

    expect(result.winner).toBe(BY_ENTITY);
    expect(result.losers).toEqual([
      { name: 'a-large', reason: "is for class 'large' only" },
      { name: 'any', reason: "is less specific than 'by-entity'" },
      {
        name: 'z-production',
        reason: "is for environments of type 'production' only",
      },
    ]);
  });

  it('does not give a team what is for a component', () => {
    expect(
      matchDefinition({ ...REQUEST, entityRef: undefined }, [BY_ENTITY]),
    ).toEqual({
      losers: [
        {
          name: 'by-entity',
          reason:
            "is for the component 'component:default/payment-service' only",
        },
      ],
    });
  });
});

describe('findDuplicates', () => {
  it('finds those that would match the same requests', () => {
    const first = candidate('first', { environmentType: 'staging' });
    const second = candidate('second', {
      environmentType: 'staging',
      class: 'default',
    });
    const other = candidate('other', { environmentType: 'staging' }, 'redis');

    expect(findDuplicates([first, ANY, other, second])).toEqual([
      [first, second],
    ]);
  });
});
