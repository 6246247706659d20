export default {
  'workloads.claim.correct':
    'They belong to {{holder}}, so they are not shown for {{claimant}}. Correct the Kubernetes annotations in its catalog-info.yaml. If the workloads are yours, ask the platform team for a rule.',
  'workloads.claim.holderKeeps':
    'You keep your rights: nothing has changed for {{holder}}. If that is a mistake, ask the owners of {{claimants}} to correct their Kubernetes annotations.',
  'workloads.claim.isClaimed':
    '{{holder}}: its workloads are claimed by {{claimants}}',
  'workloads.claim.ofAnother': '{{claimant}} claims workloads of {{holder}}',
  'workloads.health.failedJob': 'The last job failed.',
  'workloads.health.jobRuns': 'A job is running.',
  'workloads.health.jobSucceeded': 'The last job succeeded.',
  'workloads.health.noJob': 'No job has finished yet.',
  'workloads.health.paused':
    'A rollout is paused; {{ready}} of {{desired}} pods are ready.',
  'workloads.health.ready': '{{ready}} of {{desired}} pods are ready.',
  'workloads.health.readyBut':
    '{{ready}} of {{desired}} pods are ready: {{status}}.',
  'workloads.health.rollingOut':
    'A rollout is under way; {{ready}} of {{desired}} pods are ready.',
  'workloads.health.stopped': 'Scaled to zero.',
  'workloads.health.suspended': 'Suspended.',
  'workloads.health.tooLong':
    '{{ready}} of {{desired}} pods are ready; the rollout took too long.',
  'workloads.refusal.logs':
    "Only the owners of {{name}} can read the logs of pod '{{pod}}': ask {{owners}}",
  'workloads.refusal.logsNoRule':
    "No rule under 'workloads.claims' confirms whose pod '{{pod}}' is, so only administrators can read its logs. Ask the platform team for one.",
  'workloads.refusal.madeByHand':
    '{{label}} was made by hand and would not come back',
  'workloads.refusal.noRule':
    "Only administrators can restart {{label}}: no rule under 'workloads.claims' confirms that it belongs to {{name}}. Ask the platform team for one.",
  'workloads.refusal.notFound':
    "No {{label}} of '{{entityRef}}' in namespace '{{namespace}}' of cluster '{{cluster}}'",
  'workloads.refusal.notRead': '{{label}} could not be read',
  'workloads.refusal.notRestarted': '{{label}} could not be restarted',
  'workloads.refusal.ofAnother':
    '{{label}} belongs to {{holders}}: the claim of {{claimant}} does not count. Ask {{owners}} to restart it.',
  'workloads.refusal.onDelete':
    '{{label}} replaces a pod only once somebody deletes it: its update strategy is OnDelete. Restart its pods one by one.',
  'workloads.refusal.paused':
    "{{label}} is paused, so no pod would be replaced. Resume it first, with 'kubectl rollout resume' or in its manifest.",
  'workloads.refusal.proxy':
    'Only pod logs and events can be read through the Kubernetes proxy',
  'workloads.refusal.read': 'You may not see what runs',
  'workloads.refusal.restart':
    'Only the owners of {{name}} can restart this: ask {{owners}}',
  'workloads.version.anotherArtifact': 'another artifact',
  'workloads.version.different':
    "Delivery deployed {{version}} to '{{environment}}', but {{found}} runs.",
  'workloads.version.gone': "Delivery says it is gone from '{{environment}}'.",
  'workloads.version.noAnswer': 'Delivery does not answer at present.',
  'workloads.version.noDeployment':
    "Delivery knows no deployment to '{{environment}}'.",
  'workloads.version.noEnvironment':
    'Which environment this is, is not configured.',
  'workloads.version.noPod': 'No pod runs.',
  'workloads.version.notComparable':
    "Its image and the deployment to '{{environment}}' are not both named by tag or both by digest, so they cannot be compared.",
  'workloads.version.otherImages':
    'None of its images is one that delivery deploys.',
  'workloads.version.same': "Runs what was deployed to '{{environment}}'.",
  'workloads.warning.crashing.lookAt1':
    'The last lines of the log of the previous run, which nearly always show the reason.',
  'workloads.warning.crashing.lookAt2':
    'The exit code: 137 means out of memory or killed, 143 stopped from outside; other codes come from the program.',
  'workloads.warning.crashing.lookAt3':
    'What changed last: the version, a secret, a config map.',
  'workloads.warning.crashing.meaning':
    'The container starts, exits, and is started again after a pause that grows to five minutes.',
  'workloads.warning.crashing.title': 'A container keeps crashing',
  'workloads.warning.diskShort.lookAt1':
    'What fills it: images, logs, temporary files.',
  'workloads.warning.diskShort.meaning':
    'Soon it will put pods off, or fail to pull images.',
  'workloads.warning.diskShort.title': 'A node is short of disk',
  'workloads.warning.evicted.lookAt1':
    'What the message says the node ran short of.',
  'workloads.warning.evicted.lookAt2':
    'Whether the pod uses more than it requests; those go first.',
  'workloads.warning.evicted.lookAt3':
    'What it writes to the disk of the node.',
  'workloads.warning.evicted.meaning':
    'The node ran short of memory or disk, or a pod of higher priority needed the room.',
  'workloads.warning.evicted.title': 'A pod was put off its node',
  'workloads.warning.hook.lookAt1':
    'The command of the hook and what the message says of it.',
  'workloads.warning.hook.meaning':
    'What should run after the start or before the stop did not.',
  'workloads.warning.hook.title': 'A hook of a container fails',
  'workloads.warning.imagePull.lookAt1':
    'Whether the tag exists in the registry; a typing error is the usual cause.',
  'workloads.warning.imagePull.lookAt2':
    'Whether the pull secret of the service account is there and still valid.',
  'workloads.warning.imagePull.lookAt3':
    'Whether the node reaches the registry.',
  'workloads.warning.imagePull.meaning':
    'The node does not get the image from the registry, so the container cannot start. Kubernetes tries again at growing intervals.',
  'workloads.warning.imagePull.title': 'An image cannot be pulled',
  'workloads.warning.jobFailed.lookAt1': 'The log of its last pod.',
  'workloads.warning.jobFailed.lookAt2':
    'Whether its deadline still fits what it has to do.',
  'workloads.warning.jobFailed.meaning':
    'It failed as often, or took as long, as it may; it is not tried again before its next time.',
  'workloads.warning.jobFailed.title': 'A job has failed for good',
  'workloads.warning.manifest.lookAt1':
    'The file and the error that the message names.',
  'workloads.warning.manifest.meaning':
    'What is in the repository is not what runs, since the manifest is refused.',
  'workloads.warning.manifest.title': 'A manifest was not applied',
  'workloads.warning.missingSecret.lookAt1':
    'The name and key in the message, and whether they exist in this namespace.',
  'workloads.warning.missingSecret.meaning':
    'The container names a secret, a config map or a key in one that does not exist.',
  'workloads.warning.missingSecret.title': 'A secret or config map is missing',
  'workloads.warning.network.lookAt1':
    'Whether this happens on one node only; it is then a matter of the platform.',
  'workloads.warning.network.meaning':
    'The node has no address for the pod, or its network plugin does not work.',
  'workloads.warning.network.title': 'The network of a pod cannot be set up',
  'workloads.warning.noMetrics.lookAt1':
    'Whether every container of the pods requests the resource; without it there is no percentage.',
  'workloads.warning.noMetrics.lookAt2':
    'Whether the metrics API of the cluster works.',
  'workloads.warning.noMetrics.lookAt3':
    'Whether any pod is ready: those that are not have no figures.',
  'workloads.warning.noMetrics.meaning':
    'It cannot read the metric it scales by, so the number of pods stays as it is.',
  'workloads.warning.noMetrics.title': 'The autoscaler has no figures',
  'workloads.warning.noNode.lookAt1':
    'What the message counts: node selectors, affinity, taints, volumes of another zone.',
  'workloads.warning.noNode.lookAt2':
    'Whether a node is cordoned or not ready.',
  'workloads.warning.noNode.meaning':
    'The rules of the pod, its volumes or the taints of the nodes leave no node to run it on.',
  'workloads.warning.noNode.title': 'No node fits a pod',
  'workloads.warning.noRoom.lookAt1':
    'The requests against what is really used; they may be far too high.',
  'workloads.warning.noRoom.lookAt2':
    'Whether the cluster may grow by a node, and why it has not.',
  'workloads.warning.noRoom.lookAt3':
    'What else asks for room, such as a rollout that doubles the pods.',
  'workloads.warning.noRoom.meaning':
    'What the pod requests of CPU or memory is not free on any node, so it waits.',
  'workloads.warning.noRoom.title': 'No node has room for a pod',
  'workloads.warning.nodeFails.lookAt1':
    'Whether other workloads on the node are affected; it is then a matter of the platform.',
  'workloads.warning.nodeFails.lookAt2':
    'That pods are spread over nodes, so that one can fail.',
  'workloads.warning.nodeFails.meaning':
    'The node does not report any more; its pods are moved to others after some minutes.',
  'workloads.warning.nodeFails.title': 'A node fails',
  'workloads.warning.notAlive.lookAt1':
    'Whether it hangs or is only slow: the CPU usage against the limit tells.',
  'workloads.warning.notAlive.lookAt2':
    'Whether timeout and threshold of the probe are too tight.',
  'workloads.warning.notAlive.lookAt3':
    'That the probe checks the program itself and not what it depends on.',
  'workloads.warning.notAlive.meaning':
    'The container does not answer the probe in time and is restarted for it.',
  'workloads.warning.notAlive.title': 'A liveness probe fails',
  'workloads.warning.notCreated.lookAt1':
    'What refuses them: an admission policy, a missing service account, a limit range.',
  'workloads.warning.notCreated.meaning':
    'The API server refuses the pods that the workload wants.',
  'workloads.warning.notCreated.title': 'Pods cannot be made',
  'workloads.warning.notReady.lookAt1':
    'What it depends on: databases and services that it checks.',
  'workloads.warning.notReady.lookAt2':
    'Whether the probe allows for the time that starting takes.',
  'workloads.warning.notReady.lookAt3': 'Its log at the time of the failures.',
  'workloads.warning.notReady.meaning':
    'The container runs but says that it cannot serve, so it gets no traffic.',
  'workloads.warning.notReady.title': 'A readiness probe fails',
  'workloads.warning.notStopping.lookAt1': 'That the program ends on SIGTERM.',
  'workloads.warning.notStopping.meaning':
    'It did not end within its grace period, and requests may have been cut off.',
  'workloads.warning.notStopping.title': 'A container does not stop',
  'workloads.warning.outOfMemory.lookAt1':
    'Usage against the limit before it was killed: does it grow without end?',
  'workloads.warning.outOfMemory.lookAt2':
    'Whether the runtime knows the limit, for example the heap size of a JVM.',
  'workloads.warning.outOfMemory.lookAt3':
    'Whether the limit is simply too low for the load.',
  'workloads.warning.outOfMemory.meaning':
    'It used more memory than its limit allows, or the node had none left, and the kernel killed it.',
  'workloads.warning.outOfMemory.title': 'A container ran out of memory',
  'workloads.warning.probe.lookAt1': 'Path and port of the probe.',
  'workloads.warning.probe.lookAt2': 'The log of the container.',
  'workloads.warning.probe.meaning':
    'The container does not answer one of its probes as it should.',
  'workloads.warning.probe.title': 'A probe fails',
  'workloads.warning.quota.lookAt1':
    'Which limit of the quota the message names, and what uses it.',
  'workloads.warning.quota.lookAt2':
    'Old pods or jobs that nobody needs any more.',
  'workloads.warning.quota.meaning':
    'The namespace may not have more pods, CPU or memory, so no new pod is made.',
  'workloads.warning.quota.title': 'A quota is used up',
  'workloads.warning.unknown.lookAt1':
    'The message, and the object that it is about.',
  'workloads.warning.unknown.meaning':
    'Kubernetes says this of an object of the entity; see the message.',
  'workloads.warning.unknown.title': 'A warning of the cluster',
  'workloads.warning.volume.lookAt1':
    'Whether the secret or config map that the message names exists in the namespace.',
  'workloads.warning.volume.lookAt2':
    'Whether the volume is still attached to a node where the pod ran before.',
  'workloads.warning.volume.meaning':
    'The pod waits for a volume, a secret or a config map that is not there or is held by another node.',
  'workloads.warning.volume.title': 'A volume cannot be mounted',
} as const;
