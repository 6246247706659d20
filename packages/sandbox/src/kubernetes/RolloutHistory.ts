import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { writeJsonFile } from '../writeJsonFile.ts';
import { sourceAnnotation } from './applyManifests.ts';
import type { Applied, AppliedManifests } from './applyManifests.ts';
import { isCrashLooping } from './behaviour.ts';
import { completeTemplate } from './completeTemplate.ts';
import { day, hour, minute } from './kubernetesTypes.ts';
import type { PodTemplate } from './manifestSchemas.ts';
import { seededFraction, seededInteger, seededSuffix } from './seed.ts';

/** On a pod template: when its pods were to be restarted. */
const restartedAtAnnotation = 'kubectl.kubernetes.io/restartedAt';

export interface Revision {
  templateHash: string;
  template: PodTemplate;
  rolledOutAt: number;
}

export interface WorkloadRecord {
  createdAt: number;
  revision: number;
  current: Revision;
  previous: Revision;
  /** Whether the previous revision really ran before this one, under our eyes. */
  hasRolledOver: boolean;
}

export interface PodReplacement {
  serial: number;
  at: number;
  previousName: string;
}

interface HistoryState {
  /** When the cluster came to life; all seeded ages count back from here. */
  epoch: number;
  hasApplied: boolean;
  workloads: Record<string, WorkloadRecord>;
  objects: Record<string, number>;
  replacements: Record<string, PodReplacement>;
}

export interface WorkloadKey {
  kind: string;
  namespace: string;
  name: string;
}

type Templated = Applied<{
  spec: { template: PodTemplate; replicas?: number };
}>;

/**
 * What happened in the cluster: when things came, which templates were rolled
 * out, which pods were replaced.
 *
 * @remarks
 * What the first apply brings is given a seeded past; what comes later is as
 * young as it is. Kept in a file, so that pods keep their names and ages over a
 * restart of the sandbox.
 */
export class RolloutHistory {
  readonly #file: string | undefined;
  readonly #rolledOutAt: ReadonlyMap<string, number>;
  readonly #state: HistoryState;

  constructor(options: {
    file?: string;
    now: number;
    rolledOutAt?: ReadonlyMap<string, number>;
  }) {
    this.#file = options.file;
    this.#rolledOutAt = options.rolledOutAt ?? new Map();
    this.#state = readState(options.file) ?? {
      epoch: options.now,
      hasApplied: false,
      workloads: {},
      objects: {},
      replacements: {},
    };
  }

  get epoch() {
    return this.#state.epoch;
  }

  workload(key: WorkloadKey): WorkloadRecord | undefined {
    return this.#state.workloads[workloadId(key)];
  }

  createdAt(key: WorkloadKey): number {
    return this.#state.objects[workloadId(key)] ?? this.#state.epoch;
  }

  replacement(slot: string): PodReplacement | undefined {
    return this.#state.replacements[slot];
  }

  /** Takes note of what an apply brought, changed and removed. */
  recordApply(applied: AppliedManifests, now: number) {
    const isFirst = !this.#state.hasApplied;
    const seen = new Set<string>();
    const see = (kind: string, object: Applied<unknown>) => {
      const id = workloadId({ kind, ...object });
      seen.add(id);
      this.#state.objects[id] ??= isFirst
        ? this.epoch - seededInteger(`age:${id}`, 60 * day, 400 * day)
        : now;
      return id;
    };

    const workloads: [string, Templated[]][] = [
      ['Deployment', applied.deployments],
      ['StatefulSet', applied.statefulSets],
      ['DaemonSet', applied.daemonSets],
    ];
    for (const [kind, objects] of workloads) {
      for (const object of objects) {
        this.#recordWorkload(see(kind, object), object, { isFirst, now });
      }
    }
    for (const object of applied.jobs) see('Job', object);
    for (const object of applied.cronJobs) see('CronJob', object);
    for (const object of applied.services) see('Service', object);
    for (const object of applied.ingresses) see('Ingress', object);
    for (const object of applied.autoscalers) {
      see('HorizontalPodAutoscaler', object);
    }
    for (const object of applied.others) see(object.manifest.kind, object);

    for (const id of Object.keys(this.#state.objects)) {
      if (!seen.has(id)) {
        delete this.#state.objects[id];
        delete this.#state.workloads[id];
      }
    }
    this.#state.hasApplied ||= seen.size > 0;
    this.#save();
  }

  /** Replaces a pod by another with a new name. */
  replacePod(slot: string, previousName: string, now: number) {
    const serial = (this.#state.replacements[slot]?.serial ?? 0) + 1;
    this.#state.replacements[slot] = { serial, at: now, previousName };
    this.#save();
  }

  #recordWorkload(
    id: string,
    object: Templated,
    options: { isFirst: boolean; now: number },
  ) {
    const { isFirst, now } = options;
    const record = this.#state.workloads[id];
    const { template } = object.manifest.spec;
    const templateHash = hashTemplate(id, template);
    if (record) {
      if (!isSameTemplate(record.current.template, template)) {
        rollOut(record, { templateHash, template, rolledOutAt: now });
      }
      return;
    }
    const rolledOutAt = isFirst ? this.#seededRollout(id, object) : now;
    const createdAt = this.#state.objects[id] ?? now;
    const older = previousTemplate(template);
    this.#state.workloads[id] = {
      createdAt,
      revision: isFirst ? seededInteger(`revision:${id}`, 4, 48) : 1,
      current: { templateHash, template, rolledOutAt },
      previous: {
        templateHash: hashTemplate(`${id}:previous`, older),
        template: older,
        rolledOutAt:
          rolledOutAt - seededInteger(`previous:${id}`, 2 * day, 20 * day),
      },
      hasRolledOver: false,
    };
  }

  #seededRollout(id: string, object: Templated) {
    const source = object.annotations[sourceAnnotation] ?? '';
    const known = this.#rolledOutAt.get(source.split('/', 1)[0]);
    const { template } = object.manifest.spec;
    return known ?? this.epoch - seededRolloutAge(id, template);
  }

  #save() {
    if (this.#file) {
      writeJsonFile(this.#file, this.#state);
    }
  }
}

function rollOut(record: WorkloadRecord, next: Revision) {
  const { previous } = record;
  record.previous = record.current;
  // A template that ran before is the revision that it was, as `rollout undo`
  // relies on.
  record.current = isSameTemplate(previous.template, next.template)
    ? { ...previous, rolledOutAt: next.rolledOutAt }
    : next;
  record.revision += 1;
  record.hasRolledOver = true;
}

/** With what the API server fills in, since clients write that back. */
function isSameTemplate(a: PodTemplate, b: PodTemplate) {
  return isDeepStrictEqual(comparable(a), comparable(b));
}

function comparable({ metadata, spec }: PodTemplate) {
  const { creationTimestamp: _, ...rest } = metadata;
  return JSON.parse(
    JSON.stringify({
      metadata: rest,
      spec: completeTemplate({ metadata, spec }).spec,
    }),
  );
}

function workloadId(key: WorkloadKey) {
  return `${key.kind}/${key.namespace}/${key.name}`;
}

function seededRolloutAge(id: string, template: PodTemplate) {
  return isCrashLooping(template)
    ? seededInteger(`rollout:${id}`, 100 * minute, 5 * hour)
    : Math.floor(4 * hour + seededFraction(`rollout:${id}`) * 11 * day);
}

function hashTemplate(id: string, template: PodTemplate) {
  return seededSuffix(`${id}:${JSON.stringify(template)}`, 10);
}

/** The template as it may have been a release ago: with the image before. */
function previousTemplate(template: PodTemplate): PodTemplate {
  const { annotations } = template.metadata;
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations: {
        ...annotations,
        // Tells both apart where the image has no number to count back.
        [restartedAtAnnotation]: '2026-01-12T09:30:00Z',
      },
    },
    spec: {
      ...template.spec,
      containers: template.spec.containers.map(container => ({
        ...container,
        image: previousImage(container.image),
      })),
    },
  };
}

/** Counts the last number of a version down that is not zero. */
function previousImage(image: string) {
  const [, start, number, zeros] =
    /^(.*:v?(?:\d+\.)*)(\d*[1-9]\d*)((?:\.0+)*)$/.exec(image) ?? [];
  return number === undefined ? image : `${start}${Number(number) - 1}${zeros}`;
}

function readState(file: string | undefined): HistoryState | undefined {
  if (!file) {
    return undefined;
  }
  try {
    const state: HistoryState = JSON.parse(readFileSync(file, 'utf8'));
    return state.epoch && state.workloads ? state : undefined;
  } catch {
    // Missing on the first start; a damaged history is made anew.
    return undefined;
  }
}
