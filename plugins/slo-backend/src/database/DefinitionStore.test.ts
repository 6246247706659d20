import { TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { DefinitionStore } from './DefinitionStore';

const REPOSITORY = 'https://git.acme.example/acme/payment-service';
const entityRef = 'component:default/payment-service';
const path = './slo.yaml';

describe('DefinitionStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const now = new Date('2027-03-16T10:00:00.000Z');
  const later = new Date('2027-03-16T10:10:00.000Z');

  async function openStore() {
    const store = new DefinitionStore(await openTestDatabase(databases));
    const files = [{ path, url: `${REPOSITORY}/src/branch/main/slo.yaml` }];
    await store.sync(
      [{ entityRef, ownerRefs: [], systemRefs: [], files }],
      now,
    );
    return store;
  }

  it('has files read again that were pushed while they were read', async () => {
    const store = await openStore();
    const [due] = await store.listDue(now, 10);
    await store.markPushed(REPOSITORY, now);
    await store.markRead({ ...due, readAt: now, dueAt: later });
    const [again] = await store.listDue(now, 10);
    expect(again).toMatchObject({ entityRef });
    await store.markPushed(`${REPOSITORY}/`, now);
    await store.postpone(again, later);
    const [last] = await store.listDue(now, 10);
    await store.markRead({ ...last, readAt: now, dueAt: later });
    expect(await store.listDue(now, 10)).toEqual([]);
    expect(await store.listDue(later, 10)).toHaveLength(1);
  });

  it('postpones what could not be read', async () => {
    const store = await openStore();
    const [due] = await store.listDue(now, 10);
    await store.postpone(due, later);
    expect(await store.listDue(now, 10)).toEqual([]);
    await store.markPushed(REPOSITORY, now);
    expect(await store.listDue(now, 10)).toHaveLength(1);
  });
});
