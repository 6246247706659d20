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
