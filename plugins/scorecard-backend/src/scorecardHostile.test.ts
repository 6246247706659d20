import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { sampleComponent } from './__testUtils__/sampleEntities';
import { startScorecard } from './__testUtils__/startScorecard';

const draft = (expression: string) => `apiVersion: atrium.dev/v1
kind: Scorecard
metadata: { name: draft, title: Draft }
spec:
  owner: group:default/platform
  levels: [{ name: bronze, title: Bronze }]
  checks:
    - name: check
      title: Check
      level: bronze
      expression: >-
        ${expression}
`;

/** Nine levels of nine aliases each: 387 million values, were they all looked at. */
const ALIAS_BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const before = 'abcdefgh'[index];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

describe('drafts of strangers', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startScorecard({
      knex,
      entities: [sampleComponent('orders', { description: 'Takes orders' })],
      config: { definitions: { builtIn: false } },
    });
    await portal.catchUp();
  });

  const tryDraft = async (content: string) => {
    const startedAt = performance.now();
    const { body, status } = await portal
      .ask('post', '/dry-runs')
      .send({ content, weeks: 8 });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    return { status, problems: body.problems };
  };

  it('of five megabytes are not read', async () => {
    const long = `"${'a'.repeat(5_000_000)}" == "a"`;
    expect((await tryDraft(draft(long))).status).toBe(413);
    const { status } = await portal
      .ask('post', '/expressions')
      .send({ expression: long });
    expect(status).toBe(413);
  });

  it.each([
    ['one of a megabyte', `"${'a'.repeat(900_000)}" == "a"`, /at most/i],
    [
      'one of more parts than a person writes',
      Array(400).fill('entity.kind == "a"').join(' || '),
      /./,
    ],
    [
      'loops in loops',
      'entity.metadata.tags.all(a, entity.metadata.tags.all(b, entity.metadata.tags.all(c, entity.metadata.tags.all(d, a != b || c != d))))',
      /take too long/,
    ],
  ])('have %s refused', async (_what, expression, message) => {
    const { problems, status } = await tryDraft(draft(expression));
    expect(status).toBe(200);
    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message),
        line: expect.any(Number),
      }),
    ]);
  });

  it('of few lines that stand for millions of values are refused', async () => {
    const { problems, status } = await tryDraft(ALIAS_BOMB);
    expect(status).toBe(200);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems).length).toBeLessThan(10_000);
  });

  it('learn nothing of what was kept of a fact that is told no more', async () => {
    const entityRef = 'component:default/orders';
    portal.told.set(entityRef, { count: 2 });
    await portal.catchUp();
    const before = JSON.stringify({ count: 2, margin: 31.5 });
    await knex('facts').update({ values: before });
    await knex('fact_changes').update({
      values: before,
      from_at: new Date(Date.now() - 30 * 86_400_000),
    });

    const expression = 'facts.slo.margin > 30.0';
    const { body: tried } = await portal
      .ask('post', '/expressions')
      .send({ expression, appliesTo: 'true', entityRef });
    expect(tried).toEqual({
      problem: expect.objectContaining({
        message: expect.stringContaining('margin'),
      }),
      facts: [],
      pass: 0,
      fail: 0,
      unknown: 0,
      notApplicable: 0,
    });
    expect(await tryDraft(draft(expression))).toEqual({
      status: 200,
      problems: [
        expect.objectContaining({ message: expect.stringContaining('margin') }),
      ],
    });
    for (const path of ['/facts', `/facts/entity?entityRef=${entityRef}`]) {
      const { status, text } = await portal.ask('get', path);
      expect(status).toBe(200);
      expect(text).toContain('slo.count');
      expect(text).not.toMatch(/margin|31[.]5/);
    }

    await portal.catchUp();
    expect(await knex('facts').pluck('values')).toEqual([{ count: 2 }]);
  });
});
