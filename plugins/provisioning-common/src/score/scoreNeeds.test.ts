import type { MatchCandidate } from '../match/matchDefinition';
import { parseScore } from './parseScore';
import { listScoreNeeds, matchScoreNeed } from './scoreNeeds';

const { workload } = parseScore(`apiVersion: score.dev/v1b1
metadata: { name: payments }
containers: { main: { image: . } }
resources:
  ledger: { type: Postgres, id: billing.ledger, params: { extensions: [pg_trgm] } }
  cache: { type: redis, class: Large }
`);
const needs = workload ? listScoreNeeds(workload) : [];

const candidate = (
  name: string,
  type: string,
  match: MatchCandidate['match'],
): MatchCandidate => ({ name, type, match });

describe('what a workload needs', () => {
  it('is asked for in lower case, by name', () => {
    expect(needs).toEqual([
      { name: 'cache', type: 'redis', class: 'large', params: {} },
      {
        name: 'ledger',
        type: 'postgres',
        class: 'default',
        sharedId: 'billing.ledger',
        params: { extensions: ['pg_trgm'] },
      },
    ]);
  });

  it('is matched as a request is, a shared one by its id', () => {
    const [, ledger] = needs;
    const place = {
      entityRef: 'component:default/payment-service',
      environment: 'production',
      environmentType: 'production',
    };
    const any = candidate('any', 'postgres', {});
    const shared = candidate('shared', 'postgres', {
      resource: 'billing.ledger',
    });
    const byName = candidate('by-name', 'postgres', { resource: 'ledger' });

    expect(matchScoreNeed(ledger, place, [any, shared, byName]).winner).toBe(
      shared,
    );
  });
});
