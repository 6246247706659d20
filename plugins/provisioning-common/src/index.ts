/**
 * What the parts of provisioning agree on: definitions and how one is matched,
 * the life of a resource, wire types, permissions.
 *
 * @packageDocumentation
 */

export * from './annotations';
export { type ObjectSchema, objectSchemaSchema } from './definition/jsonSchema';
export {
  type CheckedDefinitions,
  checkDefinitions,
  problemOfDocument,
} from './definition/checkDefinitions';
export {
  type DefinitionDocument,
  definitionDocumentSchema,
  type LocatedDefinition,
  type ParsedDefinitions,
  parseDefinitions,
} from './definition/parseDefinitions';
export * from './definition/resourceDefinition';
export {
  type ResourceType,
  resourceTypeSchema,
} from './definition/resourceType';
export * from './life/requestState';
export * from './life/resourceState';
export * from './match/matchDefinition';
export * from './permissions';
export { findScoreTexts, type ScoreText } from './score/findScoreTexts';
export {
  type ContainerOrder,
  orderContainers,
  type OrderedContainer,
} from './score/orderContainers';
export {
  findPlaceholderFault,
  type ParsedScore,
  parseScore,
  type ParseScoreOptions,
  readPath,
} from './score/parseScore';
export {
  listScoreNeeds,
  matchScoreNeed,
  type ScoreNeed,
  type ScorePlace,
} from './score/scoreNeeds';
export { parseScoreText, type ScoreTextPart } from './score/scorePlaceholders';
export {
  type ScoreContainer,
  type ScoreProbe,
  type ScoreResource,
  type ScoreWorkload,
  scoreWorkloadSchema,
} from './score/scoreWorkload';
export * from './wire/definitions';
export * from './wire/preview';
export * from './wire/proposals';
export * from './wire/requests';
export * from './wire/resources';
export * from './wire/score';
export * from './wire/scoreDeployment';
export * from './wire/signal';
export { RESOURCE_EVENT_TOPIC, type ResourceEvent } from './wire/event';
export { provisioningMessages } from './messages/provisioningMessages';
export {
  describeShipped,
  listShippedTexts,
  type ShippedTexts,
} from './messages/shipped/describeShipped';
