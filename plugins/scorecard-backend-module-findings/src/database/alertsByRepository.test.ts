import { TestDatabases } from '@backstage/backend-test-utils';
import { openBeforeMigration } from '../__testUtils__/openBeforeMigration';
import { AlertPlaceStore } from './AlertPlaceStore';

const SHOP = 'https://github.com/Acme/Shop';
const SHOP_REF = 'component:default/shop';
const MOVED_REF = 'component:default/moved';

/** A finding of an entity, by the last digit of its id. */
function finding(digit: number, entityRef: string, url?: string) {
  return {
    id: `00000000-0000-4000-8000-00000000000${digit}`,
    entity_ref: entityRef,
    fingerprint: `f${digit}`,
    kind: 'vulnerability',
    rule_id: 'CVE-2026-0001',
    title: 'Log4Shell',
    described_by: 'Dependabot',
    severity: 3,
    aliases: [],
    fixed_in: [],
    url,
    state: 'open',
    first_seen_at: '2026-11-25T12:00:00Z',
    last_seen_at: '2026-11-25T12:00:00Z',
  };
}

function sighting(digit: number, category: string, isAlert = true) {
  return {
    finding_id: finding(digit, '').id,
    tool: 'Dependabot',
    category,
    is_alert: isAlert,
    state: 'open',
    severity: 3,
    first_seen_at: '2026-11-25T12:00:00Z',
    last_seen_at: '2026-11-25T12:00:00Z',
  };
}

function secretPlace(digit: number, category: string) {
  return {
    finding_id: finding(digit, '').id,
    tool: 'Dependabot',
    category,
    mark: category,
  };
}

describe('Alerts that were stored by number alone', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('are named by their repository, and closed where it was left', async () => {
    const { knex, migrate } = await openBeforeMigration(
      databases,
      '20261203084500_alerts_by_repository.js',
    );
    await knex('findings').insert([
      finding(1, SHOP_REF, `${SHOP}/security/dependabot/5`),
      // Another tool found it first.
      finding(2, SHOP_REF, 'https://avd.example/CVE-2026-0001'),
      finding(3, SHOP_REF, `${SHOP}/security/secret-scanning/7`),
      finding(4, MOVED_REF, `${SHOP}/code-scanning/8`),
      finding(
        5,
        MOVED_REF,
        'https://github.com/acme/store/security/dependabot/9',
      ),
      // Of either repository.
      finding(6, MOVED_REF),
    ]);
    await knex('finding_sightings').insert([
      sighting(1, 'GitHub alert 5'),
      sighting(1, 'default', false),
      sighting(2, 'GitHub alert 6'),
      sighting(3, 'GitHub alert 7'),
      sighting(4, 'GitHub alert 8'),
      // Told again since.
      sighting(5, 'GitHub alert 9'),
      sighting(5, 'GitHub alert 9 of github.com/acme/store'),
      sighting(6, 'GitHub alert 10'),
    ]);
    await knex('finding_places').insert([
      secretPlace(3, 'GitHub alert 7'),
      secretPlace(5, 'GitHub alert 9'),
      secretPlace(5, 'GitHub alert 9 of github.com/acme/store'),
    ]);
    await migrate();
    const categories = await knex('finding_sightings')
      .orderBy('finding_id')
      .orderBy('is_alert', 'desc')
      .pluck('category');
    expect(categories).toEqual([
      'GitHub alert 5 of github.com/acme/shop',
      'default',
      'GitHub alert 6 of github.com/acme/shop',
      'GitHub alert 7 of github.com/acme/shop',
      'GitHub alert 8 of github.com/acme/shop',
      'GitHub alert 9 of github.com/acme/store',
      'GitHub alert 10',
    ]);
    expect(
      await knex('finding_places')
        .orderBy('finding_id')
        .select('category', 'mark'),
    ).toEqual(
      ['7 of github.com/acme/shop', '9 of github.com/acme/store'].map(
        alert => ({
          category: `GitHub alert ${alert}`,
          mark: `GitHub alert ${alert}`,
        }),
      ),
    );

    const places = new AlertPlaceStore(knex);
    const left = { entityRef: MOVED_REF, repository: 'github.com/acme/shop' };
    expect(await places.list()).toContainEqual(left);
    await places.close(left);
    expect(
      await knex('findings').where({ state: 'fixed' }).pluck('id'),
    ).toEqual([finding(4, '').id]);
  });
});
