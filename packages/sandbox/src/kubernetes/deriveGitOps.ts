import { z } from 'zod';
import { isOfKind, sourceAnnotation } from './applyManifests.ts';
import type { AppliedManifests, GitOrigin } from './applyManifests.ts';
import { isCrashLooping } from './behaviour.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { fillTemplate, templateSchema } from './fillTemplate.ts';
import { readFixture } from '../readFixture.ts';
import { formatTime } from './kubernetesTypes.ts';
import { day, second } from '../durations.ts';
import { readText } from './readField.ts';
import { seededInteger, seededUid } from '../seed.ts';

const operators = readFixture(
  'kubernetes/gitops.yaml',
  z.array(
    z.object({
      repositories: z.array(z.string()),
      drifted: z.string().optional(),
      object: templateSchema,
    }),
  ),
);

/** How long Argo CD and Flux call a rollout in progress. */
const rolloutMs = 15 * second;

/** The Argo CD and Flux objects of some repositories, with their state. */
export function deriveGitOps(
  builder: ClusterBuilder,
  applied: AppliedManifests,
  origin: GitOrigin,
) {
  for (const { repositories, drifted, object } of operators) {
    for (const repository of repositories) {
      const facts = describeDeployed(builder, applied, {
        origin,
        repository,
        isDrifted: repository === drifted,
      });
      if (facts) {
        const { metadata, ...filled } = fillTemplate(object, facts);
        const apiVersion = readText(filled, 'apiVersion');
        const kind = readText(filled, 'kind');
        const id = `${kind}/${repository}`;
        const age = seededInteger(`age:${id}`, 40, 300) * day;
        builder.add({
          ...filled,
          apiVersion,
          kind,
          metadata: {
            name: repository,
            namespace: readText(metadata, 'namespace'),
            uid: seededUid(id),
            creationTimestamp: formatTime(builder.history.epoch - age),
            // By these the objects of a component are found.
            labels: facts.labels,
          },
        });
      }
    }
  }
}

/** What an operator deploys from a repository; undefined when that is nothing. */
function describeDeployed(
  builder: ClusterBuilder,
  applied: AppliedManifests,
  options: { origin: GitOrigin; repository: string; isDrifted: boolean },
) {
  const { origin, repository } = options;
  const deployments = applied.objects
    .filter(object => isOfKind(object, 'Deployment'))
    .filter(({ annotations }) =>
      annotations[sourceAnnotation]?.startsWith(`${repository}/`),
    );
  const [first] = deployments;
  if (!first) {
    return undefined;
  }
  const crashLooping = deployments.filter(({ manifest }) =>
    isCrashLooping(manifest.spec.template),
  );
  const rolledOutAt = Math.max(
    ...deployments.map(
      object =>
        builder.history.workload({ ...object, kind: 'Deployment' })?.current
          .rolledOutAt ?? 0,
    ),
  );
  const isOutOfSync =
    options.isDrifted || deployments.some(({ isDrifted }) => isDrifted);
  const state = stateOf({
    isRollingOut: builder.now - rolledOutAt < rolloutMs,
    isCrashLooping: crashLooping.length > 0,
  });
  const deployedAt = formatTime(rolledOutAt);
  const { image } = first.manifest.spec.template.spec.containers[0];
  return {
    repository,
    namespace: first.namespace,
    labels: first.labels,
    url: `${origin.gitUrl}/${origin.owner}/${repository}.git`,
    commit: origin.commits.get(repository) ?? '',
    version: image.split(':').pop() ?? '',
    deployedAt,
    sync: isOutOfSync ? 'OutOfSync' : 'Synced',
    health: state.health,
    ready: { type: 'Ready', lastTransitionTime: deployedAt, ...state.ready },
    resources: deployments.map(({ namespace, name }) => ({
      group: 'apps',
      kind: 'Deployment',
      namespace,
      name,
    })),
  };
}

/** As Argo CD calls it, and as Flux does. */
function stateOf(facts: { isRollingOut: boolean; isCrashLooping: boolean }) {
  if (facts.isRollingOut) {
    const message = 'Reconciliation in progress';
    return {
      health: 'Progressing',
      ready: { status: 'Unknown', reason: 'Progressing', message },
    };
  }
  return facts.isCrashLooping
    ? {
        health: 'Degraded',
        ready: {
          status: 'False',
          reason: 'HealthCheckFailed',
          message: 'A Deployment is not available',
        },
      }
    : {
        health: 'Healthy',
        ready: {
          status: 'True',
          reason: 'ReconciliationSucceeded',
          message: 'Applied the newest revision',
        },
      };
}
