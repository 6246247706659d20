import { openDatabase } from '@atrium/backend-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { OwnedProblem } from '../services/FoundProblem';
import { ProblemStore } from './ProblemStore';

const payments = 'group:default/team-payments';
const storefront = 'group:default/team-storefront';

function createProblem(
  path: string,
  change: Partial<OwnedProblem> = {},
): OwnedProblem {
  return {
    finding: {
      kind: 'syntax',
      severity: 'error',
      message: 'Missing closing quote',
      advice: 'Correct line 3 of the file.',
      messages: {
        advice: [
          { key: 'catalogHealth.finding.lineAdvice', values: { line: 3 } },
        ],
      },
      line: 3,
      column: 9,
    },
    place: {
      url: `https://git.acme.example/acme/shop/src/branch/main/${path}`,
      repositoryUrl: 'https://git.acme.example/acme/shop',
      repository: 'acme/shop',
      branch: 'main',
      path,
    },
    mayPass: false,
    ownerRef: payments,
    otherRecipientRefs: [],
    ...change,
  };
}

function at(time: string): Date {
  return new Date(`2026-11-25T${time}Z`);
}

describe('ProblemStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let store: ProblemStore;

  beforeEach(async () => {
    const knex = await databases.init('POSTGRES_18');
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-catalog-health-backend' },
    );
    store = new ProblemStore(knex);
  });

  const save = (
    found: {
      known?: OwnedProblem[];
      added?: OwnedProblem[];
      isTruncated?: boolean;
    },
    now: Date,
    isBeingFilled = false,
  ) =>
    store.save(
      { known: [], added: [], isTruncated: false, ...found, isBeingFilled },
      now,
    );

  const paths = async (options = {}) =>
    (await store.list({ limit: 50, ...options })).items.map(({ path }) => path);

  it('counts what is open, of entities and of their files', async () => {
    const shop = createProblem('shop.yaml', {
      finding: {
        ...createProblem('').finding,
        severity: 'warning',
        entityRef: 'component:default/shop',
      },
    });
    await save({ added: [createProblem('shop.yaml'), shop] }, at('12:00:00'));
    expect(
      await store.count([
        { entityRef: 'component:default/other' },
        { entityRef: 'component:default/shop', url: shop.place.url },
        { entityRef: 'component:default/shop' },
      ]),
    ).toEqual([
      { entityRef: 'component:default/other', errors: 0, warnings: 0 },
      { entityRef: 'component:default/shop', errors: 1, warnings: 1 },
      { entityRef: 'component:default/shop', errors: 0, warnings: 1 },
    ]);
  });

  it('lists what is open, of some owners or all, page by page', async () => {
    await save({ added: [createProblem('a.yaml')] }, at('12:00:00'));
    await save(
      {
        known: [createProblem('a.yaml')],
        added: [
          createProblem('b.yaml', { ownerRef: storefront }),
          createProblem('c.yaml'),
        ],
      },
      at('12:00:10'),
    );

    const first = await store.list({ limit: 2 });
    expect(first).toMatchObject({ totalItems: 3, items: [{}, {}] });
    const second = await store.list({ limit: 2, cursor: first.nextCursor });
    expect(second).toEqual({
      totalItems: 3,
      items: [
        {
          id: expect.any(String),
          kind: 'syntax',
          severity: 'error',
          message: 'Missing closing quote',
          advice: 'Correct line 3 of the file.',
          messages: {
            advice: [
              { key: 'catalogHealth.finding.lineAdvice', values: { line: 3 } },
            ],
          },
          url: 'https://git.acme.example/acme/shop/src/branch/main/a.yaml',
          repository: 'acme/shop',
          path: 'a.yaml',
          line: 3,
          column: 9,
          ownerRef: payments,
          firstSeenAt: '2026-11-25T12:00:00.000Z',
          lastSeenAt: '2026-11-25T12:00:10.000Z',
        },
      ],
    });
    expect(await paths({ ownerRefs: [storefront] })).toEqual(['b.yaml']);
    expect(await paths({ ownerRefs: [] })).toEqual([]);
    expect(await paths({ kind: 'conflict' })).toEqual([]);
    expect(
      await paths({ repository: 'acme/shop', ownerRef: storefront }),
    ).toEqual(['b.yaml']);
  });

  it('finds the problems of an entity and of its file', async () => {
    const entityRef = 'component:default/shop';
    const ofEntity = createProblem('b.yaml');
    ofEntity.finding = { ...ofEntity.finding, entityRef };
    const ofFile = createProblem('a.yaml');
    await save(
      { added: [ofEntity, ofFile, createProblem('c.yaml')] },
      at('12:00:00'),
    );

    const { url } = ofFile.place;
    expect((await paths({ entityRef, url })).sort()).toEqual([
      'a.yaml',
      'b.yaml',
    ]);
    expect(await paths({ entityRef })).toEqual(['b.yaml']);
  });

  it('tells of a problem once, unless it comes back much later', async () => {
    const problem = createProblem('a.yaml');
    await save({ added: [problem] }, at('12:00:00'));
    const [unnotified] = await store.listUnnotified();
    expect(unnotified).toMatchObject({
      path: 'a.yaml',
      repositoryUrl: 'https://git.acme.example/acme/shop',
      branch: 'main',
    });
    await store.markNotified([unnotified.id], at('12:00:01'));

    // Another line of the same file is the same problem.
    const moved = createProblem('a.yaml');
    moved.finding = { ...moved.finding, line: 4 };
    await save({ known: [moved] }, at('12:00:10'));
    await save({}, at('12:00:20'));
    expect(await paths()).toEqual([]);
    await save({ added: [problem] }, at('12:05:00'));
    expect(await paths()).toEqual(['a.yaml']);
    expect(await store.listUnnotified()).toEqual([]);

    await save({}, at('12:06:00'));
    await save({ added: [problem] }, at('14:00:00'));
    expect(await store.listUnnotified()).toMatchObject([
      { path: 'a.yaml', firstSeenAt: '2026-11-25T14:00:00.000Z' },
    ]);
  });

  it('tells the team that a problem belongs to when it comes back', async () => {
    await save({ added: [createProblem('a.yaml')] }, at('12:00:00'));
    const [unnotified] = await store.listUnnotified();
    await store.markNotified([unnotified.id], at('12:00:01'));
    await save({}, at('12:00:10'));

    const ofOthers = createProblem('a.yaml', { ownerRef: storefront });
    await save({ added: [ofOthers] }, at('12:00:20'));
    expect(await store.listUnnotified()).toMatchObject([
      { ownerRef: storefront },
    ]);
  });

  it('waits for what may pass by itself', async () => {
    const problem = createProblem('a.yaml', { mayPass: true });
    await save({ added: [problem] }, at('12:00:00'));
    await save({ known: [problem] }, at('12:00:24'));
    expect(await paths()).toEqual([]);
    await save({ known: [problem] }, at('12:00:30'), true);
    expect(await paths()).toEqual([]);
    await save({ known: [problem] }, at('12:00:40'));
    expect(await paths()).toEqual(['a.yaml']);
  });

  it('resolves nothing while there may be more than what was found', async () => {
    await save({ added: [createProblem('a.yaml')] }, at('12:00:00'));
    await save(
      { added: [createProblem('b.yaml')], isTruncated: true },
      at('12:00:10'),
    );
    expect(await paths()).toEqual(['b.yaml', 'a.yaml']);
    await save({ known: [createProblem('b.yaml')] }, at('12:00:20'));
    expect(await paths()).toEqual(['b.yaml']);
  });

  it('says of each branch what is wrong first, and how much', async () => {
    const trunk = createProblem('c.yaml');
    trunk.place = { ...trunk.place, branch: 'trunk' };
    const warning = createProblem('a.yaml');
    warning.finding = { ...warning.finding, severity: 'warning' };
    await save(
      {
        added: [
          createProblem('d.yaml'),
          createProblem('b.yaml'),
          warning,
          trunk,
        ],
      },
      at('12:00:00'),
    );
    expect(await store.listWrongBranches()).toMatchObject([
      { branch: 'main', path: 'b.yaml', errorCount: 2 },
      { branch: 'trunk', path: 'c.yaml', errorCount: 1 },
    ]);
  });

  it('forgets what was resolved long ago', async () => {
    await save({ added: [createProblem('a.yaml')] }, at('12:00:00'));
    await save({ added: [createProblem('b.yaml')] }, at('12:00:10'));
    expect(await store.deleteResolvedBefore(at('12:00:11'))).toBe(1);
    expect(await paths()).toEqual(['b.yaml']);
  });
});
