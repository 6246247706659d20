export { allowIdle } from './allowIdle';
export { AnswerCache } from './AnswerCache';
export {
  type AccountCredentials,
  audited,
  type AuditedChange,
  type AuditedServices,
  principalRef,
} from './audited';
export { EntityPasses, entityPassesServiceRef } from './catalog/EntityPasses';
export { KindRules } from './catalog/KindRules';
export {
  keepEntities,
  type KeepEntitiesOptions,
  type KeepEntitiesServices,
} from './catalog/keepEntities';
export {
  mirrorEntities,
  type MirrorEntitiesOptions,
} from './catalog/mirrorEntities';
export {
  type ClaimConflictMessages,
  ClaimConflictNotifier,
  type ClaimConflictNotifierOptions,
} from './claims/ClaimConflictNotifier';
export { type ClaimConflict } from './claims/ClaimConflictStore';
export { deleteInBatches } from './deleteInBatches';
export { entityNotFound } from './entityNotFound';
export { EntityScope } from './EntityScope';
export { failpoint } from './failpoint';
export { findScopedEntities } from './findScopedEntities';
export { hashJson } from './hashJson';
export { isRefusedData } from './isRefusedData';
export { isRowId } from './isRowId';
export { matchesPattern } from './matchesPattern';
export {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
  type MonthlyPartitionedTable,
} from './monthlyPartitions';
export { Ownership, type OwnershipOptions } from './Ownership';
export {
  parseStrictEntityRef,
  type ParseStrictEntityRefOptions,
} from './parseStrictEntityRef';
export type { Message } from './messages/Message';
export {
  MessageSender,
  type MessageSenderOptions,
} from './messages/MessageSender';
export { type DueMessage, MessageStore } from './messages/MessageStore';
export {
  onEntitySignals,
  type OnEntitySignalsOptions,
  type ReceivedEntitySignal,
} from './onEntitySignals';
export { openDatabase, type OpenDatabaseOptions } from './openDatabase';
export { cursorDay, cursorTime, PageCursor, timeCursor } from './PageCursor';
export { PayloadTooLargeError } from './PayloadTooLargeError';
export { PluginClient, type PluginClientOptions } from './PluginClient';
export {
  createProposalRouter,
  type ProposalRouterOptions,
  type ProposalSubject,
} from './proposals/createProposalRouter';
export {
  addAnnotation,
  type AddAnnotationOptions,
} from './proposals/addAnnotation';
export {
  editAnnotation,
  type EntityAnnotation,
  readAnnotation,
  type ReadAnnotation,
} from './proposals/editAnnotation';
export { FileProposals, type ProposalCaller } from './proposals/FileProposals';
export {
  findProposalFiles,
  type FindProposalFilesOptions,
  type ProposalFiles,
} from './proposals/findProposalFiles';
export type {
  CompanionChange,
  ProposalTarget,
  TargetFile,
} from './proposals/ProposalTarget';
export { toAnnotationChange } from './proposals/toAnnotationChange';
export {
  DEFAULT_BRANCH_ANNOTATION,
  type EntityFile,
  type EntityOrigin,
  EntityOrigins,
  ORIGIN_ANNOTATIONS,
  type ResolveFileOptions,
} from './origin/EntityOrigins';
export {
  ENTITIES_CHANGED_TOPIC,
  entitiesChangedSchema,
  onEntitiesChanged,
  type OnEntitiesChangedOptions,
} from './catalog/onEntitiesChanged';
export {
  findForeignAnnotations,
  REFUSED_ANNOTATIONS_ANNOTATION,
} from './origin/findForeignAnnotations';
export { EntityFileReader, type ReadFile } from './repository/EntityFileReader';
export {
  type EntityWithFiles,
  findEntityFiles,
  type FindEntityFilesOptions,
  type NamedFile,
  streamEntitiesWithFiles,
  type StreamEntitiesWithFilesOptions,
} from './repository/findEntityFiles';
export {
  type AllowedEntity,
  findAllowedEntities,
  findAllowedFiles,
  type FindAllowedFilesOptions,
  repositoryPatternsSchema,
} from './repository/findAllowedFiles';
export {
  readDueFiles,
  type ReadDueFilesOptions,
} from './repository/readDueFiles';
export { readYamlFolder } from './repository/readYamlFolder';
export {
  type ScheduledFileReads,
  scheduleFileReads,
  type ScheduleFileReadsOptions,
} from './repository/scheduleFileReads';
export {
  type FileNaming,
  type FoundRepositoryFile,
  NAMED_BY_ENTITY,
  type NamedByEntity,
  RepositoryFileStore,
  type StoredFile,
} from './repository/RepositoryFileStore';
export {
  findWriteProblem,
  handOverForUser,
  loginAnnotationOf,
  type UserChange,
} from './repository/handOverForUser';
export {
  hasPermission,
  type RequiredPermissions,
  requirePermissions,
} from './requirePermissions';
export type { ScopeOptions } from './ScopeOptions';
export {
  SignalPublisher,
  type SignalPublisherOptions,
} from './SignalPublisher';
export {
  scheduleWakeable,
  type WakeableTaskOptions,
} from './tasks/scheduleWakeable';
export { TaskAlarm, type TaskAlarmOptions } from './tasks/TaskAlarm';
export { toPage, type ToPageOptions } from './toPage';
export { UserCache } from './UserCache';
export {
  VisibleEntities,
  type VisibleEntitiesOptions,
} from './VisibleEntities';
export {
  readEntitiesByRef,
  type ReadEntitiesByRefOptions,
} from './readEntitiesByRef';
export { readNamedSections } from './readNamedSections';
export { type OwnerNames, readOwnerNames } from './readOwnerNames';
export { readEntityTitles } from './readEntityTitles';
export { readJson } from './readJson';
export {
  type PositiveDurationOptions,
  readPositiveDuration,
  readPositiveMs,
} from './readPositiveDuration';
export { readTls, type TlsConfig } from './readTls';
export { readerCredentials } from './readerCredentials';
export { readLimitedText } from './readLimitedText';
export { sendCsv, sendCsvItems, type SendCsvOptions } from './sendCsv';
export { selectInTurn, type SelectInTurnOptions } from './selectInTurn';
export { cutText } from './storable/cutText';
export { isStorableJson, toStorableJson } from './storable/toStorableJson';
export { toStorableText } from './storable/toStorableText';
export type { CsvColumns } from './writeCsv';
