import { formatAge } from './formatDuration.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { readList, readNumber, readText } from './readField.ts';

/** What a cell without a value shows. */
export const none = '<none>';

export function podStatusText(object: KubernetesObject): string {
  const phase = readText(object, 'status.phase');
  for (const status of readList(object, 'status.containerStatuses')) {
    const reason =
      readText(status, 'state.waiting.reason') ||
      readText(status, 'state.terminated.reason');
    if (reason) {
      return reason;
    }
  }
  return phase;
}

export function podRestarts(object: KubernetesObject, now: number): string {
  let restarts = 0;
  let lastFinished = '';
  for (const status of readList(object, 'status.containerStatuses')) {
    restarts += readNumber(status, 'restartCount');
    const finished = readText(status, 'lastState.terminated.finishedAt');
    lastFinished = finished > lastFinished ? finished : lastFinished;
  }
  return restarts > 0 && lastFinished
    ? `${restarts} (${formatAge(lastFinished, now)} ago)`
    : String(restarts);
}

export function autoscalerTargets(object: KubernetesObject): string {
  const current = readList(object, 'status.currentMetrics');
  return (
    readList(object, 'spec.metrics')
      .map(metric => {
        const name = readText(metric, 'resource.name');
        const target = readText(metric, 'resource.target.averageUtilization');
        const measured = current.find(
          candidate => readText(candidate, 'resource.name') === name,
        );
        const value = readText(measured, 'resource.current.averageUtilization');
        return `${name}: ${value ? `${value}%` : '<unknown>'}/${
          target ? `${target}%` : '<unknown>'
        }`;
      })
      .join(', ') || none
  );
}

export function accessModes(object: KubernetesObject): string {
  return readList(object, 'spec.accessModes')
    .map(mode => String(mode).replace(/[a-z]/g, ''))
    .join(',');
}

export function joinContainers(
  object: KubernetesObject,
  field: string,
): string {
  return readList(object, 'spec.template.spec.containers')
    .map(container => readText(container, field))
    .join(',');
}

export function joinPairs(pairs: Record<string, string>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
