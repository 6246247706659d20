import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { SHOP, startReader } from './__testUtils__/startReader';

const page = { entityRef: SHOP, path: 'guides/refund/' };
const other = mockCredentials.user.header('user:default/other');

describe('feedback on pages', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startReader>>;

  beforeAll(async () => {
    freezeTime('2026-11-29T08:00:00Z');
    knex = await createTestDatabase(databases);
    portal = await startReader(knex);
  });

  afterAll(() => jest.useRealTimers());

  beforeEach(async () => {
    await knex('page_feedback').delete();
    portal.forget();
    freezeTime('2026-11-29T08:00:00Z');
  });

  const put = (feedback: object, authorization?: string) =>
    portal.ask('put', '/page-feedback/own', authorization).send(feedback);
  const list = (entityRef = SHOP) =>
    portal.ask('get', `/page-feedback?entityRef=${entityRef}`);

  it('keeps one answer of each person to each page, which they may change', async () => {
    const first = await put({ ...page, isHelpful: true });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      answer: { isHelpful: true, answeredAt: '2026-11-29T08:00:00.000Z' },
    });
    freezeTime('2026-11-29T09:00:00Z');
    await put({ ...page, isHelpful: false, comment: '  No fees.  ' });
    await put({ ...page, isHelpful: true }, other);
    await put(
      { ...page, path: '/guides/refund/index.html', isHelpful: true },
      other,
    );
    await put({ ...page, path: '', isHelpful: true });

    const own = await portal.ask(
      'get',
      `/page-feedback/own?entityRef=${SHOP}&path=guides/refund`,
    );
    expect(own.body).toEqual({
      answer: {
        isHelpful: false,
        comment: 'No fees.',
        answeredAt: '2026-11-29T09:00:00.000Z',
      },
    });
    expect((await list()).body).toEqual({
      items: [
        {
          path: 'guides/refund/',
          helpfulCount: 1,
          notHelpfulCount: 1,
          commentCount: 1,
          lastAnsweredAt: '2026-11-29T09:00:00.000Z',
        },
        {
          path: '',
          helpfulCount: 1,
          notHelpfulCount: 0,
          commentCount: 0,
          lastAnsweredAt: '2026-11-29T09:00:00.000Z',
        },
      ],
      totalItems: 2,
    });
    expect(portal.audited).toContain('page-feedback-give succeeded');
  });

  it('reads comments page by page, newest first', async () => {
    for (const [minute, name] of ['one', 'two', 'three'].entries()) {
      freezeTime(`2026-11-29T08:0${minute}:00Z`);
      await put(
        { ...page, isHelpful: false, comment: name },
        mockCredentials.user.header(`user:default/${name}`),
      );
    }
    const path = `/page-feedback/comments?entityRef=${SHOP}&limit=2`;
    const first = await portal.ask('get', path);
    expect(first.body).toMatchObject({
      totalItems: 3,
      items: [
        { comment: 'three', authorRef: 'user:default/three', isHelpful: false },
        { comment: 'two', path: 'guides/refund/' },
      ],
    });
    const rest = await portal.ask(
      'get',
      `${path}&cursor=${first.body.nextCursor}`,
    );
    expect(rest.body.items).toMatchObject([{ comment: 'one' }]);
    expect(rest.body.nextCursor).toBeUndefined();
    expect((await portal.ask('get', `${path}&cursor=x`)).status).toBe(400);
  });

  it('shows what others answered to owners alone', async () => {
    portal.denied.add(`techdocs.feedback.read ${SHOP}`);
    for (const path of ['/page-feedback', '/page-feedback/comments']) {
      const { status, body } = await portal.ask(
        'get',
        `${path}?entityRef=${SHOP}`,
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain('Only the owners');
    }
    portal.denied.add('techdocs.feedback.give');
    expect((await put({ ...page, isHelpful: true })).status).toBe(403);
    expect(portal.audited).toEqual(['page-feedback-give failed']);
  });

  it.each([
    ['a page that is not there', { ...page, path: 'secret/' }, 404],
    [
      'an entity that is not there',
      { ...page, entityRef: 'component:default/x' },
      404,
    ],
    ['a path that leaves the site', { ...page, path: '../x' }, 400],
    ['no entity', { ...page, entityRef: 'shop' }, 400],
    ['a comment without end', { ...page, comment: 'x'.repeat(1001) }, 400],
    ['a field of nobody', { ...page, authorRef: 'user:default/boss' }, 400],
  ])('refuses %s', async (_, feedback, status) => {
    expect((await put({ isHelpful: true, ...feedback })).status).toBe(status);
    expect(await knex('page_feedback')).toEqual([]);
  });

  it('refuses whoever is not signed in as a person', async () => {
    for (const [authorization, status] of [
      [mockCredentials.none.header(), 401],
      [mockCredentials.service.header(), 403],
    ] as const) {
      expect(
        (await put({ ...page, isHelpful: true }, authorization)).status,
      ).toBe(status);
    }
  });

  it('forgets answers after a year', async () => {
    freezeTime('2025-11-29T07:59:00Z');
    await put({ ...page, isHelpful: true });
    freezeTime('2025-11-29T08:01:00Z');
    await put({ ...page, path: '', isHelpful: true });
    freezeTime('2026-11-29T08:00:00Z');
    await portal.runTask('techdocs-feedback-retention');
    expect((await list()).body.items).toMatchObject([{ path: '' }]);
  });
});
