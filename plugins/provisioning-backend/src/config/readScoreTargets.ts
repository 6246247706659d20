import { entityRefSchema, parseInput } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const KEY = 'provisioning.score.targets';

const targetSchema = z.strictObject({
  environment: z.string().min(1),
  cluster: z.string().min(1),
  namespace: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a namespace'),
  owners: z.array(entityRefSchema).default([]),
});

/** Where the workloads of some owners go in an environment. */
export type ScoreTarget = z.infer<typeof targetSchema>;

/**
 * Reads `provisioning.score.targets`.
 *
 * @throws InputError where one names a cluster or an environment that is none, or
 * two are for the same owner in the same environment
 */
export function readScoreTargets(
  root: RootConfigService,
  environments: readonly { name: string }[],
): ScoreTarget[] {
  const clusters =
    root.getOptionalConfig('provisioning.score.clusters')?.keys() ?? [];
  const targets = readTargets(root);
  const taken = new Map<string, string>();
  for (const [name, { cluster, environment, owners }] of targets) {
    const key = `${KEY}.${name}`;
    if (!clusters.includes(cluster)) {
      throw new InputError(
        `'${key}.cluster' is not among 'provisioning.score.clusters': '${cluster}'`,
      );
    }
    if (!environments.some(one => one.name === environment)) {
      throw new InputError(
        `'${key}.environment' is no environment: '${environment}'`,
      );
    }
    for (const owner of owners.length > 0 ? owners : ['anybody']) {
      const place = `${environment} ${owner}`;
      const other = taken.get(place);
      if (other) {
        throw new InputError(
          `'${key}' and '${KEY}.${other}' are both for ${owner} in '${environment}'`,
        );
      }
      taken.set(place, name);
    }
  }
  return targets.map(([, target]) => target);
}

function readTargets(root: RootConfigService): [string, ScoreTarget][] {
  try {
    return Object.entries(
      parseInput(
        z.record(z.string(), targetSchema),
        root.getOptional(KEY) ?? {},
      ),
    );
  } catch (error) {
    throw new InputError(`'${KEY}' is not valid`, error);
  }
}

/** Where the workloads of an owner go; a target that names owners goes first. */
export function findScoreTarget(
  targets: readonly ScoreTarget[],
  place: { environment: string; ownerRef: string },
): ScoreTarget | undefined {
  const here = targets.filter(
    ({ environment }) => environment === place.environment,
  );
  return (
    here.find(({ owners }) => owners.includes(place.ownerRef)) ??
    here.find(({ owners }) => owners.length === 0)
  );
}
