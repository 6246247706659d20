/**
 * Scorecards as they are written, how levels and scores are worked out, and what
 * the parts of scorecard agree on.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './definition/parseScorecards';
export * from './definition/scorecardDefinition';
export * from './facts/factDescription';
export * from './findings/components';
export * from './findings/entityFindings';
export * from './findings/permissions';
export * from './findings/queries';
export * from './findings/securityFinding';
export * from './findings/upload';
export * from './level/checkOutcome';
export * from './level/rateEntity';
export * from './permissions';
export * from './wire/dryRuns';
export * from './wire/exemptions';
export * from './wire/facts';
export * from './wire/fixes';
export * from './wire/initiatives';
export * from './wire/ownership';
export * from './wire/proposals';
export * from './wire/report';
export * from './wire/results';
export * from './wire/scorecards';
export * from './wire/signal';
export { scorecardMessages } from './messages/scorecardMessages';
