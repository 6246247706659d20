import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { isOfKind, sourceAnnotation } from './applyManifests.ts';
import type { Applied, AppliedManifests } from './applyManifests.ts';
import { isCrashLooping } from './behaviour.ts';
import { completeTemplate } from './completeTemplate.ts';
import { day, hour, minute } from '../durations.ts';
import type { ManifestOf, PodTemplate } from './manifestSchemas.ts';
import { isObject } from './mergeKeys.ts';
import { seededInteger, seededSuffix } from '../seed.ts';

export interface Revision {
  templateHash: string;
  template: PodTemplate;
  rolledOutAt: number;
}

export interface WorkloadRecord {
  revision: number;
  current: Revision;
  /** What ran before, unless that was before our time. */
  previous?: Revision;
}

export interface PodReplacement {
  serial: number;
  at: number;
}

interface HistoryState {
  /** When the cluster came to life; all seeded ages count back from here. */
  epoch: number;
  hasApplied: boolean;
  workloads: Record<string, WorkloadRecord>;
  objects: Record<string, number>;
  replacements: Record<string, PodReplacement>;
}

const stateSchema = z.custom<HistoryState>(
  state => isObject(state) && isObject(state.workloads),
);

export interface WorkloadKey {
  kind: string;
  namespace: string;
  name: string;
}

type Templated = Applied<
  ManifestOf<'Deployment' | 'StatefulSet' | 'DaemonSet'>
>;

/**
 * What happened in the cluster: when things came, which templates were rolled
 * out, which pods were replaced.
 *
 * @remarks
 * What the first apply brings is given a seeded age; what comes later is as
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
    this.#state = (options.file && readJsonFile(options.file, stateSchema)) || {
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
    for (const object of [...applied.objects, ...applied.others]) {
      const id = workloadId({ ...object, kind: object.manifest.kind });
      seen.add(id);
      this.#state.objects[id] ??= isFirst
        ? this.epoch - seededInteger(`age:${id}`, 60 * day, 400 * day)
        : now;
    }
    for (const object of applied.objects) {
      if (
        isOfKind(object, 'Deployment') ||
        isOfKind(object, 'StatefulSet') ||
        isOfKind(object, 'DaemonSet')
      ) {
        this.#recordWorkload(object, { isFirst, now });
      }
    }
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
  replacePod(slot: string, now: number) {
    const serial = (this.#state.replacements[slot]?.serial ?? 0) + 1;
    this.#state.replacements[slot] = { serial, at: now };
    this.#save();
  }

  #recordWorkload(
    object: Templated,
    options: { isFirst: boolean; now: number },
  ) {
    const { isFirst, now } = options;
    const { kind, spec } = object.manifest;
    const id = workloadId({ ...object, kind });
    const record = this.#state.workloads[id];
    const next: Revision = {
      templateHash: seededSuffix(`${id}:${JSON.stringify(spec.template)}`, 10),
      template: spec.template,
      rolledOutAt: isFirst ? this.#seededRollout(id, object) : now,
    };
    if (!record) {
      this.#state.workloads[id] = { revision: 1, current: next };
    } else if (!isSameTemplate(record.current.template, spec.template)) {
      rollOut(record, next);
    }
  }

  #seededRollout(id: string, { annotations, manifest }: Templated) {
    const source = annotations[sourceAnnotation] ?? '';
    const [least, most] = isCrashLooping(manifest.spec.template)
      ? [100 * minute, 5 * hour]
      : [4 * hour, 11 * day];
    return (
      this.#rolledOutAt.get(source.split('/', 1)[0]) ??
      this.epoch - seededInteger(`rollout:${id}`, least, most)
    );
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
  record.current =
    previous && isSameTemplate(previous.template, next.template)
      ? { ...previous, rolledOutAt: next.rolledOutAt }
      : next;
  record.revision += 1;
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
