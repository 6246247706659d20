import { ownerOfPod } from '@atrium/plugin-workloads-common';
import type { AutoscalerObject } from '../kubernetes/schemas/autoscalers';
import type { PodObject } from '../kubernetes/schemas/pods';
import type { WorkloadObject } from '../workloads/WorkloadObject';

interface WorkloadFinderOptions {
  workloads: WorkloadObject[];
  autoscalers: AutoscalerObject[];
  pods: PodObject[];
}

/** What an event is about. */
interface InvolvedObject {
  kind: string;
  namespace: string;
  name: string;
}

/** The letters that Kubernetes makes names of; a word rarely has these alone. */
const GENERATED = '[bcdfghjklmnpqrstvwxz2456789]';
const HASH = `${GENERATED}{5,10}`;
const SUFFIX = `${GENERATED}{5}`;

/** How the names of what a workload makes continue after its own name. */
const CONTINUATIONS: Record<string, Record<string, RegExp>> = {
  Deployment: {
    ReplicaSet: new RegExp(`^-${HASH}$`),
    Pod: new RegExp(`^-${HASH}-${SUFFIX}$`),
  },
  StatefulSet: { Pod: /^-\d+$/ },
  DaemonSet: { Pod: new RegExp(`^-${SUFFIX}$`) },
  CronJob: { Job: /^-\d+$/, Pod: new RegExp(`^-\\d+-${SUFFIX}$`) },
};

/**
 * Finds the workload that an event is about, also when the pod it names is gone
 * already.
 */
export class WorkloadFinder {
  readonly #options: WorkloadFinderOptions;

  constructor(options: WorkloadFinderOptions) {
    this.#options = options;
  }

  find(object: InvolvedObject): WorkloadObject | undefined {
    const { workloads } = this.#options;
    const target = this.#follow(object);
    return workloads.find(
      ({ kind, metadata }) =>
        metadata.namespace === target.namespace &&
        (target.kind === kind
          ? metadata.name === target.name
          : target.name.startsWith(metadata.name) &&
            CONTINUATIONS[kind]?.[target.kind]?.test(
              target.name.slice(metadata.name.length),
            )),
    );
  }

  /** From an autoscaler or a pod that is still there to the workload behind it. */
  #follow(object: InvolvedObject): InvolvedObject {
    const { autoscalers, pods } = this.#options;
    const isIt = ({ metadata }: AutoscalerObject | PodObject) =>
      metadata.namespace === object.namespace && metadata.name === object.name;
    switch (object.kind) {
      case 'HorizontalPodAutoscaler':
        return { ...object, ...autoscalers.find(isIt)?.spec.scaleTargetRef };
      case 'Pod': {
        const pod = pods.find(isIt);
        return { ...object, ...(pod && ownerOfPod(pod.metadata)) };
      }
      default:
        return object;
    }
  }
}
