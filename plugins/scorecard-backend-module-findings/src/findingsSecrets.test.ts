import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import type { SecurityFinding } from '@atrium/plugin-scorecard-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { sarif } from './__testUtils__/documents';
import { startFindings } from './__testUtils__/startFindings';

/** A secret as a scanner sees it: its line, and what it shows of the text. */
type Seen = [line: number, text?: string, ruleId?: string, file?: string];

describe('secrets that move', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startFindings({ knex });
  });

  beforeEach(() => freezeTime('2026-11-01T12:00:00Z'));
  afterEach(() => portal.clear());
  afterAll(() => {
    jest.useRealTimers();
  });

  /** As gitleaks tells it, which shows the secret. */
  const gitleaks = (...seen: Seen[]) =>
    upload(
      sarif(
        seen.map(([line, snippet, ruleId = 'generic-api-key', file]) => ({
          ruleId,
          file: file ?? 'app.env',
          line,
          snippet,
          // Who committed it says nothing about the secret.
          partialFingerprints: { author: 'Mina', commitSha: '0123456' },
        })),
        { tool: 'gitleaks' },
      ),
    );

  /** As Trivy tells it, which masks the secret. */
  const trivy = (...seen: Seen[]) =>
    upload({
      SchemaVersion: 2,
      ArtifactName: '.',
      Results: [
        {
          Target: 'app.env',
          Class: 'secret',
          Secrets: seen.map(([StartLine, Match]) => ({
            RuleID: 'github-pat',
            Severity: 'CRITICAL',
            StartLine,
            Match,
          })),
        },
      ],
    });

  async function upload(document: object) {
    const { body, status } = await portal.upload(document);
    expect(status).toBe(200);
    return body.findings;
  }

  /** The findings that are not fixed, by their lines. */
  async function list() {
    const { body } = await portal.ask(
      'get',
      '/findings?state=open&state=suppressed',
    );
    const items: SecurityFinding[] = body.items;
    return items
      .map(({ id, line = 0, tools, state, firstSeenAt }) => ({
        id,
        line,
        tools,
        state,
        firstSeenAt,
      }))
      .sort((one, other) => one.line - other.line);
  }

  const suppress = async (id: string) => {
    const { status } = await portal
      .ask('post', `/findings/${id}/suppression`)
      .send({ reason: 'Revoked last week', days: 30 });
    expect(status).toBe(200);
  };

  it('keep their first day and their suppression', async () => {
    expect(await gitleaks([3, 'old-key'])).toMatchObject({ new: 1 });
    const [before] = await list();
    await suppress(before.id);
    freezeTime('2026-11-02T12:00:00Z');
    expect(await gitleaks([4, 'old-key'])).toEqual({
      new: 0,
      reopened: 0,
      fixed: 0,
      unchanged: 1,
    });
    expect(await list()).toEqual([
      {
        id: before.id,
        line: 4,
        tools: ['gitleaks'],
        state: 'suppressed',
        firstSeenAt: '2026-11-01T12:00:00.000Z',
      },
    ]);
  });

  it('are what they were in another file, as long as they left the first', async () => {
    await gitleaks([3, 'old-key'], [8, 'kept-key']);
    const [moved, kept] = await list();
    await suppress(moved.id);
    const elsewhere: Seen = [5, 'old-key', undefined, 'deploy/prod.env'];
    expect(await gitleaks(elsewhere, [8, 'kept-key'])).toEqual({
      new: 0,
      reopened: 0,
      fixed: 0,
      unchanged: 2,
    });
    expect(await list()).toMatchObject([
      { id: moved.id, line: 5, state: 'suppressed' },
      { id: kept.id, line: 8, state: 'open' },
    ]);
    // A copy is one more place that it has to go from, and nobody suppressed it.
    const copy: Seen = [7, 'old-key', undefined, 'docs/setup.md'];
    expect(await gitleaks(elsewhere, copy, [8, 'kept-key'])).toMatchObject({
      new: 1,
      fixed: 0,
    });
    expect((await list()).map(({ state }) => state)).toEqual([
      'suppressed',
      'open',
      'open',
    ]);
  });

  it('are new in another file where a scanner masks their text', async () => {
    const there = 'deploy/prod.env';
    await gitleaks([3, 'REDACTED'], [8, 'AKI...']);
    expect(
      await gitleaks(
        [3, 'REDACTED', undefined, there],
        [8, 'AKI...', undefined, there],
      ),
    ).toMatchObject({ new: 2, fixed: 2 });
  });

  it('are others where another secret took their line', async () => {
    await gitleaks([3, 'old-key']);
    const [before] = await list();
    await suppress(before.id);
    expect(await gitleaks([3, 'new-key'])).toMatchObject({ new: 1, fixed: 1 });
    const [after] = await list();
    expect([after.state, after.line]).toEqual(['open', 3]);
    // The old one moved down, and the new one came where it was.
    await gitleaks([4, 'new-key'], [3, 'third-key']);
    const ids = (await list()).map(({ id }) => id);
    expect(ids.indexOf(after.id)).toBe(1);
    expect(ids).not.toContain(before.id);
  });

  it('come back as what they were', async () => {
    await gitleaks([3, 'old-key']);
    const [before] = await list();
    await gitleaks();
    expect(await list()).toEqual([]);
    expect(await gitleaks([9, 'old-key'])).toMatchObject({ reopened: 1 });
    expect((await list())[0].id).toBe(before.id);
  });

  it('stay one finding of two scanners that tell them in different ways', async () => {
    await gitleaks([3, 'key-one'], [8, 'key-two']);
    await trivy([3, 'ONE=*******'], [8, 'TWO=*******']);
    const ids = (await list()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    // A line above the first goes, three between them come.
    await trivy([2, 'ONE=*******'], [10, 'TWO=*******']);
    await gitleaks([2, 'key-one'], [10, 'key-two']);
    const both = ['Trivy', 'gitleaks'];
    expect(await list()).toMatchObject([
      { id: ids[0], line: 2, tools: both },
      { id: ids[1], line: 10, tools: both },
    ]);
  });

  it('are told by their lines where a scanner shows the same of several', async () => {
    await trivy([3, 'token: ****'], [8, 'token: ****']);
    const [first, second] = await list();
    await suppress(first.id);
    expect(await trivy([3, 'token: ****'], [8, 'token: ****'])).toMatchObject({
      unchanged: 2,
    });
    // The one that was suppressed is gone, which must not hide the other.
    await trivy([8, 'token: ****']);
    expect(await list()).toMatchObject([{ id: second.id, state: 'open' }]);
    // From now on it is the only one.
    await trivy([7, 'token: ****']);
    expect(await list()).toMatchObject([{ id: second.id, line: 7 }]);
  });

  it('are told by their lines where a scanner shows nothing of them', async () => {
    await gitleaks([3, 'REDACTED'], [8, 'REDACTED']);
    expect(await gitleaks([3, 'REDACTED'], [9, 'REDACTED'])).toMatchObject({
      new: 1,
      fixed: 1,
      unchanged: 1,
    });
  });

  it('are one where a scan of all commits sees them before and after', async () => {
    await gitleaks([3, 'old-key']);
    const [before] = await list();
    expect(await gitleaks([3, 'old-key'], [4, 'old-key'])).toMatchObject({
      new: 0,
      fixed: 0,
    });
    expect(await list()).toMatchObject([{ id: before.id }]);
  });

  it('are one for two rules on one line, and two for two secrets', async () => {
    await gitleaks([3, 'key'], [3, 'user:key', 'basic-auth']);
    const [one] = await list();
    expect(await list()).toHaveLength(1);
    await gitleaks([4, 'key'], [4, 'user:key', 'basic-auth']);
    expect(await list()).toMatchObject([{ id: one.id, line: 4 }]);
    // They part, and each goes its own way from there.
    await gitleaks([4, 'key'], [5, 'user:key', 'basic-auth']);
    const parted = await list();
    expect(parted.map(({ line }) => line)).toEqual([4, 5]);
    await gitleaks([6, 'key'], [7, 'user:key', 'basic-auth']);
    expect((await list()).map(({ id }) => id)).toEqual(
      parted.map(({ id }) => id),
    );
    await portal.clear();
    await gitleaks([3, 'key-one'], [3, 'key-two']);
    const two = await list();
    expect(two).toHaveLength(2);
    expect(await gitleaks([5, 'key-one'], [5, 'key-two'])).toMatchObject({
      new: 0,
      unchanged: 2,
    });
  });

  it('are found by their line where they were known before marks were kept', async () => {
    await gitleaks([3, 'old-key']);
    const [before] = await list();
    await knex('finding_places').delete();
    expect(await gitleaks([3, 'old-key'])).toMatchObject({ unchanged: 1 });
    await gitleaks([5, 'old-key']);
    expect(await list()).toMatchObject([{ id: before.id, line: 5 }]);
  });

  it('of which another scanner tells on the line of a fixed one are new', async () => {
    await gitleaks([3, 'old-key']);
    const [before] = await list();
    await gitleaks();
    expect(await trivy([3, 'NEW=*******'])).toMatchObject({ new: 1 });
    expect((await list())[0].id).not.toBe(before.id);
  });
});
