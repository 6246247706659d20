import { hour, minute } from '../../durations.ts';
import type { Environment } from '../../deployments/DeploymentStore.ts';
import type { Dice } from './Dice.ts';
import { phrases } from './phrases.ts';
import type { PlannedBuild } from './planRuns.ts';
import type { Project } from './readProjects.ts';
import { badDeployment } from '../../scenario.ts';
import { versionsAround } from './versionsAround.ts';

export interface Release {
  build: PlannedBuild;
  version: string;
}

/** A release that was brought to an environment. */
export interface PlannedDeployment {
  release: Release;
  environment: Environment;
  atMs: number;
  /** Set when it replaces a bad, newer one. */
  rollbackCause?: string;
}

export interface PlannedIncident {
  detectedAtMs: number;
  /** Undefined while it is open. */
  resolvedAtMs?: number;
  description: string;
  version?: string;
}

export interface DeploymentPlan {
  releases: Release[];
  deployments: PlannedDeployment[];
  incidents: PlannedIncident[];
}

/** A build on its way to production. */
interface Step {
  build: PlannedBuild;
  stagingAtMs: number;
  productionAtMs?: number;
}

/**
 * What was deployed where and when; the last version in production is the one
 * that the manifests of the project name.
 */
export function planDeployments(
  project: Project & { version: string },
  builds: PlannedBuild[],
  options: { dice: Dice; untilMs: number },
): DeploymentPlan {
  const { dice, untilMs } = options;
  const steps = planSteps(project, builds, options);
  const last = steps.findLastIndex(step => step.productionAtMs !== undefined);
  const versions = versionsAround(project.version, {
    position: Math.max(last, 0),
    count: steps.length,
    dice,
  });
  const releases = steps.map(({ build }, index) => ({
    build,
    version: versions[index],
  }));
  const deployments: PlannedDeployment[] = [];
  const incidents: PlannedIncident[] = [];
  const failureShare = dice.between(0.03, 0.16);
  let previous: Release | undefined;
  for (const [index, step] of steps.entries()) {
    const release = releases[index];
    const { stagingAtMs, productionAtMs } = step;
    deployments.push(
      {
        release,
        environment: 'dev',
        atMs: step.build.run.finishedAtMs - 20_000,
      },
      { release, environment: 'staging', atMs: stagingAtMs },
    );
    if (productionAtMs === undefined) {
      continue;
    }
    deployments.push({
      release,
      environment: 'production',
      atMs: productionAtMs,
    });
    const nextAtMs =
      steps.slice(index + 1).find(later => later.productionAtMs !== undefined)
        ?.productionAtMs ?? 0;
    // The last one stays, so nothing is known against it.
    const isBad = index !== last && dice.isTrue(failureShare);
    if (isBad && nextAtMs - productionAtMs > 3 * hour) {
      incidents.push(
        planFailure({ release, previous, productionAtMs, deployments }, dice),
      );
    }
    previous = release;
  }
  if (project.name === badDeployment.repository && last >= 0) {
    incidents.push({
      detectedAtMs: untilMs - badDeployment.detectedAgoMs,
      description: badDeployment.description,
      version: project.version,
    });
  }
  return { releases, deployments, incidents };
}

function planSteps(
  project: Project,
  builds: PlannedBuild[],
  options: { dice: Dice; untilMs: number },
): Step[] {
  const { dice, untilMs } = options;
  const isBad = project.name === badDeployment.repository;
  const badAtMs = untilMs - badDeployment.deployedAgoMs;
  const promotedShare = dice.pick([0.95, 0.8, 0.5]);
  const steps: Step[] = [];
  // An older release never comes after a newer one.
  let earliestStaging = 0;
  let earliestProduction = 0;
  for (const build of builds) {
    const builtAtMs = build.run.finishedAtMs;
    const stagingAtMs = Math.max(
      builtAtMs + dice.between(3, 25) * minute,
      earliestStaging,
    );
    const productionAtMs = Math.max(
      stagingAtMs + dice.between(0.3, 2.2) * hour,
      earliestProduction,
    );
    // What is only hours old waits in staging.
    const isPromoted =
      dice.isTrue(promotedShare) && productionAtMs < untilMs - 4 * hour;
    if (stagingAtMs > untilMs - 10 * minute) {
      break;
    }
    steps.push({
      build,
      stagingAtMs,
      productionAtMs: isPromoted ? productionAtMs : undefined,
    });
    earliestStaging = stagingAtMs + minute;
    earliestProduction = isPromoted
      ? productionAtMs + 10 * minute
      : earliestProduction;
  }
  if (isBad) {
    const kept = steps.filter(step => step.stagingAtMs < badAtMs);
    const newest = kept[kept.length - 1];
    if (newest) {
      newest.productionAtMs = badAtMs;
    }
    return kept;
  }
  if (!steps.some(step => step.productionAtMs !== undefined) && steps[0]) {
    steps[0].productionAtMs = steps[0].stagingAtMs + minute;
  }
  return steps;
}

function planFailure(
  bad: {
    release: Release;
    previous: Release | undefined;
    productionAtMs: number;
    deployments: PlannedDeployment[];
  },
  dice: Dice,
): PlannedIncident {
  const { release, previous, productionAtMs, deployments } = bad;
  const detectedAtMs = productionAtMs + dice.between(4, 25) * minute;
  let resolvedAtMs = detectedAtMs + dice.between(15, 110) * minute;
  if (previous && dice.isTrue(0.55)) {
    const rolledBackAtMs = detectedAtMs + dice.between(6, 45) * minute;
    deployments.push({
      release: previous,
      environment: 'production',
      atMs: rolledBackAtMs,
      rollbackCause: dice.pick(phrases.rollbacks),
    });
    resolvedAtMs = rolledBackAtMs + dice.between(2, 12) * minute;
  }
  return {
    detectedAtMs,
    resolvedAtMs,
    description: dice.pick(phrases.incidents),
    version: release.version,
  };
}
