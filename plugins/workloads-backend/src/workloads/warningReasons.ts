/** What a reason of events means. */
export interface WarningReason {
  /** As events name it. */
  reasons: string[];
  /** Narrows it to events whose message says this. */
  message?: RegExp;
  title: string;
  meaning: string;
  /** First things first. */
  lookAt: string[];
}

/** The first that fits explains an event. */
export const warningReasons: WarningReason[] = [
  {
    reasons: ['BackOff', 'Failed', 'ErrImagePull', 'ImagePullBackOff'],
    message: /image|manifest|registry|ErrImagePull|ImagePullBackOff/i,
    title: 'An image cannot be pulled',
    meaning:
      'The node does not get the image from the registry, so the container cannot start. Kubernetes tries again at growing intervals.',
    lookAt: [
      'Whether the tag exists in the registry; a typing error is the usual cause.',
      'Whether the pull secret of the service account is there and still valid.',
      'Whether the node reaches the registry.',
    ],
  },
  {
    reasons: ['BackOff', 'CrashLoopBackOff'],
    title: 'A container keeps crashing',
    meaning:
      'The container starts, exits, and is started again after a pause that grows to five minutes.',
    lookAt: [
      'The last lines of the log of the previous run, where the reason nearly always stands.',
      'The exit code: 137 is out of memory or killed, 143 stopped from outside, others are of the program.',
      'What changed last: the version, a secret, a config map.',
    ],
  },
  {
    reasons: ['OOMKilled', 'OOMKilling', 'SystemOOM'],
    title: 'A container ran out of memory',
    meaning:
      'It used more memory than its limit allows, or the node had none left, and the kernel killed it.',
    lookAt: [
      'Usage against the limit before it was killed: does it grow without end?',
      'Whether the runtime knows the limit, for example the heap size of a JVM.',
      'Whether the limit is simply too low for the load.',
    ],
  },
  {
    reasons: ['FailedScheduling'],
    message: /insufficient/i,
    title: 'No node has room for a pod',
    meaning:
      'What the pod requests of CPU or memory is not free on any node, so it waits.',
    lookAt: [
      'The requests against what is really used; they may be far too high.',
      'Whether the cluster may grow by a node, and why it has not.',
      'What else asks for room, such as a roll-out that doubles the pods.',
    ],
  },
  {
    reasons: ['FailedScheduling'],
    title: 'No node fits a pod',
    meaning:
      'The rules of the pod, its volumes or the taints of the nodes leave no node to run it on.',
    lookAt: [
      'What the message counts: node selectors, affinity, taints, volumes of another zone.',
      'Whether a node is cordoned or not ready.',
    ],
  },
  {
    reasons: ['Unhealthy'],
    message: /readiness/i,
    title: 'A readiness probe fails',
    meaning:
      'The container runs but says that it cannot serve, so it gets no traffic.',
    lookAt: [
      'What it depends on: databases and services that it checks.',
      'Whether the probe allows for the time that starting takes.',
      'Its log at the time of the failures.',
    ],
  },
  {
    reasons: ['Unhealthy'],
    message: /liveness|startup/i,
    title: 'A liveness probe fails',
    meaning:
      'The container does not answer the probe in time and is restarted for it.',
    lookAt: [
      'Whether it hangs or is only slow: the CPU usage against the limit tells.',
      'Whether timeout and threshold of the probe are too tight.',
      'That the probe checks the program itself and not what it depends on.',
    ],
  },
  {
    reasons: ['Unhealthy', 'ProbeError'],
    title: 'A probe fails',
    meaning: 'The container does not answer one of its probes as it should.',
    lookAt: ['Path and port of the probe.', 'The log of the container.'],
  },
  {
    reasons: ['FailedMount', 'FailedAttachVolume'],
    title: 'A volume cannot be mounted',
    meaning:
      'The pod waits for a volume, a secret or a config map that is not there or is held by another node.',
    lookAt: [
      'Whether the secret or config map that the message names exists in the namespace.',
      'Whether the volume is still attached to a node where the pod ran before.',
    ],
  },
  {
    reasons: ['Failed', 'CreateContainerConfigError'],
    message: /secret|configmap|key/i,
    title: 'A secret or config map is missing',
    meaning:
      'The container names a secret, a config map or a key in one that does not exist.',
    lookAt: [
      'The name and key in the message, and whether they exist in this namespace.',
    ],
  },
  {
    reasons: ['Evicted', 'Preempting', 'Preempted'],
    title: 'A pod was put off its node',
    meaning:
      'The node ran short of memory or disk, or a pod of higher priority needed the room.',
    lookAt: [
      'What the message says the node ran short of.',
      'Whether the pod uses more than it requests; those go first.',
      'What it writes to the disk of the node.',
    ],
  },
  {
    reasons: ['FailedCreate'],
    message: /quota/i,
    title: 'A quota is used up',
    meaning:
      'The namespace may not have more pods, CPU or memory, so no new pod is made.',
    lookAt: [
      'Which limit of the quota the message names, and what uses it.',
      'Old pods or jobs that nobody needs any more.',
    ],
  },
  {
    reasons: ['FailedCreate', 'ReplicaSetCreateError'],
    title: 'Pods cannot be made',
    meaning: 'The API server refuses the pods that the workload wants.',
    lookAt: [
      'What refuses them: an admission policy, a missing service account, a limit range.',
    ],
  },
  {
    reasons: ['NodeNotReady', 'NodeNotSchedulable', 'TaintManagerEviction'],
    title: 'A node fails',
    meaning:
      'The node does not report any more; its pods are moved to others after some minutes.',
    lookAt: [
      'Whether other workloads on the node are affected; it is then a matter of the platform.',
      'That pods are spread over nodes, so that one can fail.',
    ],
  },
  {
    reasons: [
      'FailedGetResourceMetric',
      'FailedComputeMetricsReplicas',
      'FailedGetScale',
      'FailedGetPodsMetric',
      'FailedGetExternalMetric',
    ],
    title: 'The autoscaler has no figures',
    meaning:
      'It cannot read the metric it scales by, so the number of pods stays as it is.',
    lookAt: [
      'Whether every container of the pods requests the resource; without it there is no percentage.',
      'Whether the metrics API of the cluster works.',
      'Whether any pod is ready: those that are not have no figures.',
    ],
  },
  {
    reasons: ['FailedPreStopHook', 'FailedPostStartHook'],
    title: 'A hook of a container fails',
    meaning: 'What should run after the start or before the stop did not.',
    lookAt: ['The command of the hook and what the message says of it.'],
  },
  {
    reasons: ['FailedKillPod', 'ExceededGracePeriod'],
    title: 'A container does not stop',
    meaning:
      'It did not end within its grace period, and requests may have been cut off.',
    lookAt: ['That the program ends on SIGTERM.'],
  },
  {
    reasons: ['BackoffLimitExceeded', 'DeadlineExceeded'],
    title: 'A job has failed for good',
    meaning:
      'It failed as often, or took as long, as it may; it is not tried again before its next time.',
    lookAt: [
      'The log of its last pod.',
      'Whether its deadline still fits what it has to do.',
    ],
  },
  {
    reasons: ['FailedCreatePodSandBox', 'NetworkNotReady'],
    title: 'The network of a pod cannot be set up',
    meaning:
      'The node has no address for the pod, or its network plugin does not work.',
    lookAt: [
      'Whether this happens on one node only; it is then a matter of the platform.',
    ],
  },
  {
    reasons: ['InvalidDiskCapacity', 'FreeDiskSpaceFailed', 'ImageGCFailed'],
    title: 'A node is short of disk',
    meaning: 'Soon it will put pods off, or fail to pull images.',
    lookAt: ['What fills it: images, logs, temporary files.'],
  },
  {
    reasons: ['ManifestInvalid', 'ReconciliationFailed', 'BuildFailed'],
    title: 'A manifest was not applied',
    meaning:
      'What is in the repository is not what runs, since the manifest is refused.',
    lookAt: ['The file and the error that the message names.'],
  },
];

/** What is said of a reason that the table does not know. */
export const unknownReason: Omit<WarningReason, 'reasons'> = {
  title: 'A warning of the cluster',
  meaning: 'Kubernetes says this of an object of the entity; see the message.',
  lookAt: ['The message, and the object that it is about.'],
};
