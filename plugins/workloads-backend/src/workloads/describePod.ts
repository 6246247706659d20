import { type Pod, runningContainers } from '@atrium/plugin-workloads-common';
import { parseImage } from '../kubernetes/parseImage';
import type { ContainerStatus, PodObject } from '../kubernetes/schemas/pods';
import { runningStatuses } from './runningStatuses';

/** A pod as people want to see it. */
export function describePod({ metadata, spec, status }: PodObject): Pod {
  const all = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ];
  const versions = spec.containers.map(
    ({ name, image }) => parseImage(name, image).version,
  );
  return {
    name: metadata.name,
    phase: status.phase,
    ...readStatus({ metadata, spec, status }),
    isReady: (status.conditions ?? []).some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    ),
    isTerminating: Boolean(metadata.deletionTimestamp),
    restarts: runningStatuses({ spec, status }).reduce(
      (sum, { restartCount }) => sum + restartCount,
      0,
    ),
    lastTermination: findLastTermination(all),
    createdAt: metadata.creationTimestamp,
    node: spec.nodeName,
    versions: [...new Set(versions)],
    containers: runningContainers(spec).map(({ name }) => name),
  };
}

/** What kubectl shows as the status, and the message behind it. */
function readStatus(pod: PodObject): { status: string; message?: string } {
  const { metadata, status } = pod;
  if (metadata.deletionTimestamp) {
    return { status: 'Terminating' };
  }
  if (status.reason) {
    return { status: status.reason, message: status.message };
  }
  const inits = (status.initContainerStatuses ?? []).filter(
    ({ state }) => state.terminated?.exitCode !== 0 && !state.running,
  );
  for (const { state } of inits) {
    const found = readState({ state });
    if (found) {
      return { ...found, status: `Init:${found.status}` };
    }
  }
  for (const container of status.containerStatuses ?? []) {
    const found = readState(container);
    if (found) {
      return found;
    }
  }
  const unscheduled = (status.conditions ?? []).find(
    ({ type, status: value }) => type === 'PodScheduled' && value === 'False',
  );
  return unscheduled
    ? {
        status: unscheduled.reason ?? 'Pending',
        message: unscheduled.message,
      }
    : { status: status.phase };
}

function readState({
  state,
}: Pick<ContainerStatus, 'state'>):
  | { status: string; message?: string }
  | undefined {
  const { waiting, terminated } = state;
  if (waiting?.reason) {
    return { status: waiting.reason, message: waiting.message };
  }
  if (terminated) {
    return {
      status: terminated.reason ?? `ExitCode:${terminated.exitCode}`,
      message: terminated.message,
    };
  }
  return undefined;
}

function findLastTermination(
  containers: ContainerStatus[],
): Pod['lastTermination'] {
  const terminations = containers.flatMap(({ name, lastState, state }) => {
    const ended = state.terminated ?? lastState.terminated;
    // Init containers and jobs end well as a matter of course.
    return ended && (ended.exitCode !== 0 || ended.reason !== 'Completed')
      ? [
          {
            container: name,
            reason: ended.reason ?? 'Unknown',
            exitCode: ended.exitCode,
            at: ended.finishedAt ?? undefined,
          },
        ]
      : [];
  });
  return terminations.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))[0];
}
