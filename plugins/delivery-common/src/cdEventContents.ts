import { z } from 'zod';
import { runOutcomeSchema } from './run';

const text = z.string().max(2_000);
const id = z.string().min(1).max(512);
const reference = z.object({ id, source: text.optional() });

const outcome = z.preprocess(
  // CDEvents settled on `cancel` late; emitters use all three spellings.
  value => (value === 'cancel' || value === 'canceled' ? 'cancelled' : value),
  runOutcomeSchema.optional(),
);

/** The page of a run or step; CDEvents 0.5 calls it `uri`. */
const page = { url: text.optional(), uri: text.optional() };
const pipelineRun = z.object({ pipelineName: text.optional(), ...page });
const taskRun = z.object({
  taskName: text.optional(),
  pipelineRun: reference.optional(),
  ...page,
});
const finished = { outcome, errors: z.string().max(20_000).optional() };
const change = z.object({ repository: reference.optional() });
const deployment = z.object({
  environment: reference,
  artifactId: text.optional(),
});
const incident = z.object({
  description: text.optional(),
  environment: reference.optional(),
  service: reference.optional(),
  artifactId: text.optional(),
  ticketURI: text.optional(),
});
const ticket = z.object({
  summary: text.optional(),
  ticketType: text.optional(),
  group: text.optional(),
  creator: text.optional(),
  assignees: z.array(text).max(100).optional(),
  priority: text.optional(),
  labels: z.array(text).max(100).optional(),
  uri: text.optional(),
  resolution: text.optional(),
});

/**
 * What delivery reads of `subject.content`, per kind of event. A kind that is
 * not here is kept and counted, and changes nothing.
 *
 * @remarks Fields that CDEvents requires but delivery can do without are
 * optional, so that one missing field does not cost a whole event.
 */
export const cdEventContentSchemas = {
  'pipelinerun.queued': pipelineRun,
  'pipelinerun.started': pipelineRun,
  'pipelinerun.finished': pipelineRun.extend(finished),
  'taskrun.queued': taskRun,
  'taskrun.started': taskRun,
  'taskrun.finished': taskRun.extend(finished),
  'change.created': change,
  'change.updated': change,
  'change.reviewed': change,
  'change.merged': change,
  'change.abandoned': change,
  'artifact.packaged': z.object({ change: reference.optional() }),
  'artifact.published': z.object({}),
  'service.deployed': deployment,
  'service.upgraded': deployment,
  'service.rolledback': deployment,
  'service.removed': deployment,
  'incident.detected': incident,
  'incident.reported': incident,
  'incident.resolved': incident,
  'ticket.created': ticket,
  'ticket.updated': ticket,
  'ticket.closed': ticket,
} as const;

/** A kind of event that delivery keeps state for, as `subject.predicate`. */
export type CdEventName = keyof typeof cdEventContentSchemas;

/** The content of one kind of event, as an emitter writes it. */
export type CdEventContent<Name extends CdEventName> = z.input<
  (typeof cdEventContentSchemas)[Name]
>;
