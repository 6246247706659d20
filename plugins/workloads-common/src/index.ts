/**
 * What the parts of workloads agree on.
 *
 * @packageDocumentation
 */

export * from './annotations';
export { type ApiDeprecation, apiDeprecationSchema } from './apiDeprecation';
export * from './clusterReading';
export { type ClusterObject, EntityClaims } from './EntityClaims';
export * from './entityRuntime';
export * from './entityWorkloads';
export * from './objectHolders';
export * from './gitOps';
export * from './overview';
export {
  controllerOf,
  ownerOfPod,
  ownerReferencesSchema,
  type PodOrigin,
} from './ownerOfPod';
export { matchesLabelSelector, namesLabelValue } from './parseLabelSelector';
export { parseQuantity } from './parseQuantity';
export * from './permissions';
export { type Pod, podSchema } from './pod';
export { podStatus } from './podStatus';
export * from './queries';
export { type EntityMatch, readEntityMatch } from './readEntityMatch';
export * from './resourceUse';
export { type Warning, warningSchema } from './warning';
export { type PodContainers, runningContainers } from './runningContainers';
export * from './workload';
export * from './workloadSettings';
export { workloadMessages } from './messages/workloadMessages';
