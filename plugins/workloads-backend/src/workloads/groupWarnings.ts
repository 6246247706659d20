import {
  type Warning,
  workloadMessages,
} from '@atrium/plugin-workloads-common';
import { words } from '../workloadWords';
import { warningReasons } from './warningReasons';

/** Something that went wrong, once or several times. */
export interface Occurrence {
  cluster: string;
  reason: string;
  message: string;
  count: number;
  firstAt: string;
  lastAt: string;
  object: { namespace: string; kind: string; name: string };
  workloadId: string | undefined;
}

const MAX_OBJECTS = 20;

/** Explains a reason; the message of an event may tell more than its reason. */
export function explainReason(
  reason: string,
  message: string,
): Pick<Warning, 'title' | 'meaning' | 'lookAt' | 'messages'> {
  const { id } = warningReasons.find(
    known =>
      known.reasons.includes(reason) &&
      (known.message === undefined || known.message.test(message)),
  ) ?? { id: 'unknown' as const };
  const lookAt = Object.keys(workloadMessages.messages)
    .filter(key => key.startsWith(`workloads.warning.${id}.lookAt`))
    .map(key => ({ key }));
  const { messages, ...texts } = words.fields({
    title: words.describe(`workloads.warning.${id}.title`),
    meaning: words.describe(`workloads.warning.${id}.meaning`),
  });
  return {
    ...texts,
    lookAt: lookAt.map(step => words.text(step)),
    messages: { ...messages, lookAt },
  };
}

/**
 * Groups what happened by cluster, namespace and explanation, the newest first. The
 * namespaces of a cluster may be environments of their own.
 */
export function groupWarnings(occurrences: Occurrence[]): Warning[] {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { cluster, reason, message, object } = occurrence;
    const { title } = explainReason(reason, message);
    const id = [cluster, object.namespace, reason, title].join('/');
    const group = groups.get(id) ?? [];
    group.push(occurrence);
    groups.set(id, group);
  }
  return [...groups]
    .map(([id, group]) => describeGroup(id, group))
    .sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}

function describeGroup(id: string, group: Occurrence[]): Warning {
  const [newest] = [...group].sort((a, b) => b.lastAt.localeCompare(a.lastAt));
  const firsts = group.map(({ firstAt }) => firstAt).sort();
  const workloadIds = group
    .map(({ workloadId }) => workloadId)
    .filter(found => found !== undefined);
  return {
    id,
    cluster: newest.cluster,
    reason: newest.reason,
    ...explainReason(newest.reason, newest.message),
    count: group.reduce((sum, { count }) => sum + count, 0),
    firstAt: firsts[0],
    lastAt: newest.lastAt,
    message: newest.message,
    objects: countObjects(group),
    workloadIds: [...new Set(workloadIds)],
  };
}

function countObjects(group: Occurrence[]): Warning['objects'] {
  const objects = new Map<string, Warning['objects'][number]>();
  for (const { object, count } of group) {
    const key = [object.namespace, object.kind, object.name].join('/');
    const known = objects.get(key);
    objects.set(key, { ...object, count: (known?.count ?? 0) + count });
  }
  return [...objects.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_OBJECTS);
}
