import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { VisibleEntities } from './VisibleEntities';

const options = { credentials: mockCredentials.user() };
const refOf = (number: number) => `component:default/service-${number}`;

function visibleTo(result: AuthorizeResult, entities = 0) {
  const catalog = catalogServiceMock({
    entities: Array.from({ length: entities }, (_, number) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: `service-${number}`, namespace: 'default' },
    })),
  });
  const authorizeConditional = jest.fn(async () => [{ result } as never]);
  const permissions = mockServices.permissions.mock({ authorizeConditional });
  return {
    visible: new VisibleEntities({ catalog, permissions }),
    getEntitiesByRefs: jest.spyOn(catalog, 'getEntitiesByRefs'),
    authorizeConditional,
  };
}

describe('VisibleEntities', () => {
  it.each([
    [AuthorizeResult.ALLOW, true],
    [AuthorizeResult.CONDITIONAL, false],
    [AuthorizeResult.DENY, false],
  ])('takes the decision %s for all: %s', async (result, isAll) => {
    const { visible, authorizeConditional } = visibleTo(result);
    expect(await visible.canSeeAll(options)).toBe(isAll);
    expect(await visible.canSeeAll(options)).toBe(isAll);
    expect(authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it.each([
    [AuthorizeResult.ALLOW, [refOf(7), refOf(0)], 0],
    [AuthorizeResult.CONDITIONAL, [refOf(0)], 1],
  ])(
    'asks about each of those that are known only with the decision %s',
    async (result, expected, requests) => {
      const { visible, getEntitiesByRefs } = visibleTo(result, 1);
      expect(await visible.filterKnown([refOf(7), refOf(0)], options)).toEqual(
        expected,
      );
      expect(getEntitiesByRefs).toHaveBeenCalledTimes(requests);
    },
  );

  it('keeps what is there, hundreds by one request', async () => {
    const { visible, getEntitiesByRefs } = visibleTo(
      AuthorizeResult.CONDITIONAL,
      900,
    );
    const asked = Array.from({ length: 1_200 }, (_, number) => refOf(number));
    expect(await visible.filter([...asked, refOf(0)], options)).toEqual(
      asked.slice(0, 900),
    );
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });
});
