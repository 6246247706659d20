import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import {
  ENCRYPTION_SECRET,
  startProvisioning,
} from './__testUtils__/startProvisioning';
import { EncryptionKeys } from './services/secrets/EncryptionKeys';

/** As drivers write one into a connection string. */
const CANARY = 'canary "pässword" & <secret>/+';

/** The ways in which a text may be written down. */
function spell(secret: string): string[] {
  return [
    secret,
    ...spellBytes(Buffer.from(secret)),
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  ];
}

/** The ways in which bytes, such as a seed, may be written down. */
function spellBytes(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  return [
    buffer.toString('base64').replace(/=+$/, ''),
    buffer.toString('base64url'),
    buffer.toString('hex'),
    buffer.join(','),
  ];
}

describe('secrets of resources', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({ knex });
  });

  /** Every row of every table, the queue's too, as text. */
  async function readTables(): Promise<string[]> {
    const tables: { name: string }[] = await knex('information_schema.tables')
      .whereNotIn('table_schema', ['pg_catalog', 'information_schema'])
      .where({ table_type: 'BASE TABLE' })
      .select(
        knex.raw(
          `quote_ident(table_schema) || '.' || quote_ident(table_name) AS name`,
        ),
      );
    const texts = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await knex.raw(
          `SELECT coalesce(string_agg(to_jsonb(t)::text || t::text, ' '), '') AS text FROM ${name} t`,
        );
        return `${name}: ${rows[0].text}`;
      }),
    );
    expect(texts.some(text => text.startsWith('public.resources: {'))).toBe(
      true,
    );
    return texts;
  }

  it('are in no table, log, event, record, notification or answer but one', async () => {
    const answers: string[] = [];
    const ask = async (method: 'get' | 'post', path: string, body?: object) => {
      const answer = await provisioning.ask(method, path).send(body);
      answers.push(answer.text, JSON.stringify(answer.headers));
      return answer.body;
    };
    const secrets = new Set<string>([CANARY]);
    const seeds: Uint8Array[] = [];
    const keys = new EncryptionKeys([ENCRYPTION_SECRET]);
    const note = async () => {
      for (const { password } of provisioning.driver.boxes.values()) {
        secrets.add(password ?? '');
      }
      for (const row of await knex('credentials').whereNotNull('seed_jwe')) {
        const owner = `${row.resource_id}/${row.generation}`;
        seeds.push(await keys.decrypt(row.seed_jwe, owner));
      }
    };
    // A provider whose messages say more than they should is the driver's to
    // answer for; what the portal is told as a secret output is ours.
    provisioning.driver.describeSecrets = ({ credentials }) => ({
      password: credentials?.password('owner') ?? '',
      url: `box://owner:${CANARY}@acme`,
    });

    const preview = await ask('post', '/previews', {
      type: 'box',
      name: 'canary',
      environment: 'dev',
      entityRef: 'component:default/payment-service',
    });
    const { body: asked } = await provisioning.request({
      name: 'canary',
      planHash: preview.planHash,
    });
    const { id } = asked.resource;
    const look = async () => {
      await provisioning.waitFor(id, 'ready');
      await note();
      for (const path of [
        `/resources/${id}`,
        '/resources',
        '/resources.csv',
        '/requests',
        `/requests/${asked.id}`,
        '/definitions',
      ]) {
        await ask('get', path);
      }
    };
    await look();
    // The one answer that has them is not among those that are searched.
    const first = await provisioning.ask(
      'post',
      `/resources/${id}/credentials`,
    );
    expect(first.body.outputs.url).toContain(CANARY);
    expect(secrets).toContain(first.body.outputs.password);
    await ask('post', `/resources/${id}/credentials`);
    await ask('post', `/resources/${id}/rotate`, {});
    await look();
    await ask('post', `/resources/${id}/update`, { plan: 'large' });
    await look();
    const second = await provisioning.ask(
      'post',
      `/resources/${id}/credentials`,
    );
    expect(second.body.outputs.password).not.toBe(first.body.outputs.password);
    await ask('post', `/resources/${id}/delete`, { confirmName: 'canary' });
    await provisioning.waitFor(id, 'deleted');
    await ask('get', `/resources/${id}`);

    const { audits, events, logger, notifications, signals } = provisioning;
    const logged = [logger.debug, logger.info, logger.warn, logger.error].map(
      level => JSON.stringify(jest.mocked(level).mock.calls),
    );
    const places: Record<string, string[]> = {
      tables: await readTables(),
      logs: logged,
      answers,
      events: [JSON.stringify(events)],
      records: audits.map(({ request, ...record }) => JSON.stringify(record)),
      notifications: [JSON.stringify(notifications)],
      signals: [JSON.stringify(signals)],
    };
    expect(secrets.size).toBe(3);
    expect(seeds.length).toBeGreaterThanOrEqual(2);
    expect(audits.length).toBeGreaterThanOrEqual(6);
    expect(events).not.toEqual([]);
    const spellings = [
      ...[...secrets].flatMap(spell),
      ...seeds.flatMap(spellBytes),
      ENCRYPTION_SECRET,
    ];
    const found = spellings.flatMap(spelling =>
      Object.entries(places).flatMap(([place, texts]) =>
        texts
          .filter(text => text.includes(spelling))
          .map(text => `${place}: ${text.slice(0, 40)}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('are gone from the database once they were taken, seed and all', async () => {
    await provisioning.clear();
    const { body } = await provisioning.request();
    const { id } = body.resource;
    await provisioning.waitFor(id, 'ready');
    const [kept] = await knex('credentials').select('seed_jwe');
    expect(kept.seed_jwe).toMatch(/^ey[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
    await provisioning.ask('post', `/resources/${id}/credentials`);
    expect(await knex('credentials').select('seed_jwe', 'key_id')).toEqual([
      { seed_jwe: null, key_id: null },
    ]);
  });
});
