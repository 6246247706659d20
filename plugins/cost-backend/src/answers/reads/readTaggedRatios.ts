import type { AllocationRule } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import { AllocationStore } from '../../allocation/versions/AllocationStore';
import type { Target } from '../access/CostScopes';
import type { Snapshot } from '../sums/Snapshot';

interface RuleAmountRow {
  target_id: number;
  version: number;
  rule: string | null;
  currency: string;
  amount: string;
}

interface TaggedCost {
  tagged: Big;
  total: Big;
}

interface ReadTaggedRatiosOptions {
  /** The first day of the month. */
  month: string;
  /** What each entity stands for. */
  targets: ReadonlyMap<string, Target[]>;
}

/**
 * Which part of what entities cost alone in a month was given to them by what the
 * charges themselves carry, from 0 to 1; none where there is no such cost.
 */
export async function readTaggedRatios(
  snapshot: Snapshot,
  { month, targets }: ReadTaggedRatiosOptions,
): Promise<Map<string, number>> {
  const ids = [...targets.values()].flat().map(({ id }) => id);
  const costs = await readTaggedCosts(snapshot, { ids, month });
  const ratios = new Map<string, number>();
  for (const [entityRef, members] of targets) {
    let tagged = new Big(0);
    let total = new Big(0);
    for (const id of new Set(members.map(member => member.id))) {
      const cost = costs.get(id);
      tagged = tagged.plus(cost?.tagged ?? 0);
      total = total.plus(cost?.total ?? 0);
    }
    if (total.gt(0)) {
      const ratio = Number(tagged.div(total).toFixed(4));
      // Credits without a tag would make it more than all.
      ratios.set(entityRef, Math.min(1, Math.max(0, ratio)));
    }
  }
  return ratios;
}

/** By target. */
async function readTaggedCosts(
  snapshot: Snapshot,
  { ids, month }: { ids: readonly number[]; month: string },
): Promise<Map<number, TaggedCost>> {
  const { conversion, trx } = snapshot;
  const { rows } = await trx.raw(
    `SELECT m.target_id, m.version, t.rule, d.currency, sum(m.effective)::text AS amount
     FROM monthly_key_costs m
     JOIN dimensions d ON d.id = m.dimension_id
     JOIN key_targets t ON t.version = m.version AND t.key_id = m.key_id
     WHERE m.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND m.month = ?::date AND m.target_id = ANY(?::int[])
     GROUP BY 1, 2, 3, 4`,
    [month, [...ids]],
  );
  const taggedRules = await listTaggedRules(snapshot);
  const costs = new Map<number, TaggedCost>();
  for (const row of rows as RuleAmountRow[]) {
    const { rule, target_id: id, version } = row;
    const amount = conversion.convertCompared({ ...row, month });
    const before = costs.get(id) ?? { tagged: new Big(0), total: new Big(0) };
    const isTagged = taggedRules.has(`${version} ${rule}`);
    costs.set(id, {
      tagged: isTagged ? before.tagged.plus(amount) : before.tagged,
      total: before.total.plus(amount),
    });
  }
  return costs;
}

/** `<version> <name>` of the rules that go by what a charge carries. */
async function listTaggedRules({ trx }: Snapshot): Promise<Set<string>> {
  const versions = await new AllocationStore(trx).list();
  return new Set(
    versions.flatMap(({ definition, version }) =>
      definition.spec.rules
        .filter(goesByTag)
        .map(({ name }) => `${version} ${name}`),
    ),
  );
}

/**
 * Whether a charge itself says whose it is: by a tag, by a label or namespace of
 * Kubernetes, or since the portal made the resource. Names, accounts and services
 * only hint at it.
 */
function goesByTag({ match, to }: AllocationRule): boolean {
  const { kubernetes, provisioned, tags = {} } = match;
  return (
    provisioned === true ||
    to.provisioned === true ||
    Object.keys(tags).length > 0 ||
    kubernetes?.namespace !== undefined ||
    Object.keys(kubernetes?.labels ?? {}).length > 0 ||
    /\$\{\{\s*(tags|kubernetes\.(namespace|labels))\b/.test(to.entity ?? '')
  );
}
