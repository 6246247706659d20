import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TITLE_ROOM } from '@atrium/ui';
import { createEntityPresentation } from './createEntityPresentation';

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', description: 'They take the money' },
  spec: { profile: { displayName: 'Payments' } },
};

describe('createEntityPresentation', () => {
  it('shows the room of a title until it is known, and keeps it', async () => {
    const api = createEntityPresentation(
      catalogApiMock({ entities: [payments] }),
    );
    const first = api.forEntity('group:default/team-payments');
    expect(first.snapshot.primaryTitle).toBe(TITLE_ROOM);
    expect(await first.promise).toMatchObject({
      primaryTitle: 'Payments',
      secondaryTitle: 'They take the money',
    });
    const next = api.forEntity('group:default/team-payments');
    expect(next.snapshot.primaryTitle).toBe('Payments');
  });

  it('calls by its name what the catalog does not know', async () => {
    const api = createEntityPresentation(catalogApiMock());
    expect(await api.forEntity('component:default/gone').promise).toMatchObject(
      { primaryTitle: 'gone', secondaryTitle: undefined },
    );
  });

  it('calls by its name what the catalog does not answer about', async () => {
    const api = createEntityPresentation(
      catalogApiMock.mock({
        getEntitiesByRefs: async () => {
          throw new Error('The catalog did not answer');
        },
      }),
    );
    expect(
      await api.forEntity('component:default/ledger').promise,
    ).toMatchObject({ primaryTitle: 'ledger' });
  });

  it('reads out the name where the catalog takes long, then the title', async () => {
    jest.useFakeTimers();
    let answer = () => {};
    const api = createEntityPresentation(
      catalogApiMock.mock({
        getEntitiesByRefs: () =>
          new Promise(resolve => {
            answer = () => resolve({ items: [payments] });
          }),
      }),
    );
    const asked = api.forEntity('group:default/team-payments');
    const titles: string[] = [];
    asked.update$?.subscribe(({ primaryTitle }) => titles.push(primaryTitle));
    await jest.advanceTimersByTimeAsync(399);
    expect(titles).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(titles).toEqual(['team-payments']);
    answer();
    await asked.promise;
    expect(titles).toEqual(['team-payments', 'Payments']);
    jest.useRealTimers();
  });

  it('has the title of an entity at once', () => {
    const api = createEntityPresentation(catalogApiMock());
    expect(api.forEntity(payments).snapshot.primaryTitle).toBe('Payments');
  });
});
