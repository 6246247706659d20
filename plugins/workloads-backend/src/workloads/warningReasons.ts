import type { workloadMessages } from '@atrium/plugin-workloads-common';

type Titles<TKey> = TKey extends `workloads.warning.${infer Id}.title`
  ? Id
  : never;

/** What a warning of a cluster may mean. */
type WarningId = Titles<keyof (typeof workloadMessages)['messages']>;

/** Which events an explanation is for; `workloads.warning.<id>` has its words. */
export interface WarningReason {
  id: WarningId;
  /** As events name it. */
  reasons: string[];
  /** Narrows it to events whose message says this. */
  message?: RegExp;
}

/** The first that fits explains an event. */
export const warningReasons: WarningReason[] = [
  {
    id: 'imagePull',
    reasons: ['BackOff', 'Failed', 'ErrImagePull', 'ImagePullBackOff'],
    message: /image|manifest|registry|ErrImagePull|ImagePullBackOff/i,
  },
  {
    id: 'crashing',
    reasons: ['BackOff', 'CrashLoopBackOff'],
  },
  {
    id: 'outOfMemory',
    reasons: ['OOMKilled', 'OOMKilling', 'SystemOOM'],
  },
  {
    id: 'noRoom',
    reasons: ['FailedScheduling'],
    message: /insufficient/i,
  },
  {
    id: 'noNode',
    reasons: ['FailedScheduling'],
  },
  {
    id: 'notReady',
    reasons: ['Unhealthy'],
    message: /readiness/i,
  },
  {
    id: 'notAlive',
    reasons: ['Unhealthy'],
    message: /liveness|startup/i,
  },
  {
    id: 'probe',
    reasons: ['Unhealthy', 'ProbeError'],
  },
  {
    id: 'volume',
    reasons: ['FailedMount', 'FailedAttachVolume'],
  },
  {
    id: 'missingSecret',
    reasons: ['Failed', 'CreateContainerConfigError'],
    message: /secret|configmap|key/i,
  },
  {
    id: 'evicted',
    reasons: ['Evicted', 'Preempting', 'Preempted'],
  },
  {
    id: 'quota',
    reasons: ['FailedCreate'],
    message: /quota/i,
  },
  {
    id: 'notCreated',
    reasons: ['FailedCreate', 'ReplicaSetCreateError'],
  },
  {
    id: 'nodeFails',
    reasons: ['NodeNotReady', 'NodeNotSchedulable', 'TaintManagerEviction'],
  },
  {
    id: 'noMetrics',
    reasons: [
      'FailedGetResourceMetric',
      'FailedComputeMetricsReplicas',
      'FailedGetScale',
      'FailedGetPodsMetric',
      'FailedGetExternalMetric',
    ],
  },
  {
    id: 'hook',
    reasons: ['FailedPreStopHook', 'FailedPostStartHook'],
  },
  {
    id: 'notStopping',
    reasons: ['FailedKillPod', 'ExceededGracePeriod'],
  },
  {
    id: 'jobFailed',
    reasons: ['BackoffLimitExceeded', 'DeadlineExceeded'],
  },
  {
    id: 'network',
    reasons: ['FailedCreatePodSandBox', 'NetworkNotReady'],
  },
  {
    id: 'diskShort',
    reasons: ['InvalidDiskCapacity', 'FreeDiskSpaceFailed', 'ImageGCFailed'],
  },
  {
    id: 'manifest',
    reasons: ['ManifestInvalid', 'ReconciliationFailed', 'BuildFailed'],
  },
];
