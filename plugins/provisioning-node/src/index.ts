/**
 * What a driver is, and how other backends ask for resources.
 *
 * @packageDocumentation
 */

export {
  type DriverText,
  driverTextOf,
  driverWords,
  textOf,
} from './DriverText';
export {
  createProvisioningOwnerDecision,
  type ProvisioningOwner,
  provisioningOwnerConditions,
  provisioningOwnerResourceRef,
  provisioningOwnerRules,
} from './ownerConditions';
export {
  ProviderRefusal,
  type ProviderRefusalOptions,
} from './ProviderRefusal';
export {
  type ProvisioningDriversExtensionPoint,
  provisioningDriversExtensionPoint,
} from './provisioningDriversExtensionPoint';
export type {
  ProvisioningService,
  ProvisioningServiceOptions,
} from './ProvisioningService';
export { provisioningServiceRef } from './provisioningServiceRef';
export type {
  CredentialedTarget,
  DriverContext,
  DriverProblem,
  FoundResource,
  IssuedCredentials,
  Observation,
  PresentObservation,
  ResourceDriver,
  ResourceDriverDescription,
  ResourceTarget,
} from './ResourceDriver';
export type {
  AppliedFieldConflict,
  DryRun,
  WorkloadClusters,
  WorkloadObject,
} from './WorkloadClusters';
export {
  type WorkloadClustersExtensionPoint,
  workloadClustersExtensionPoint,
} from './workloadClustersExtensionPoint';
