import {
  type cdEventContentSchemas,
  type CdEventData,
  type CdEventExtension,
  type CdEventName,
  type DeploymentKind,
  deploymentKindSchema,
  normalizeRepository,
} from '@atrium/plugin-delivery-common';
import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import type {
  DeliveryEvent,
  DeploymentFact,
  Observation,
} from '../../model/DeliveryEvent';
import { digestToUuid } from '../../model/digestToUuid';
import type { FieldValue } from '../../model/mergeSubjectStates';
import { parsePackageUrl } from '../../model/parsePackageUrl';
import type {
  ObservedColumns,
  SubjectKind,
} from '../../model/subjectDefinitions';

type Content = FieldsOf<z.output<(typeof cdEventContentSchemas)[CdEventName]>>;

/** A content without fields takes no part. */
type FieldsOf<Union> = Union extends unknown
  ? string extends keyof Union
    ? never
    : Union
  : never;

type KeyOfAny<Union> = Union extends unknown ? keyof Union : never;

type ValueOfAny<Union, Key> = Union extends unknown
  ? Key extends keyof Union
    ? Union[Key]
    : never
  : never;

/** The content of any event: every field it may have. */
type AnyContent = {
  [Key in KeyOfAny<Content>]?: ValueOfAny<Content, Key>;
};

/** An event, taken apart. */
interface FactInput {
  name: CdEventName;
  content: AnyContent;
  data: CdEventData;
  atrium: CdEventExtension;
  event: DeliveryEvent;
}

/** What an event says. */
export function toDeliveryFact(input: FactInput): Observation | DeploymentFact {
  const [subject, predicate] = input.name.split('.');
  switch (subject) {
    case 'service':
      return toDeployment(input, deploymentKindSchema.parse(predicate));
    case 'pipelinerun':
      return toRun(input, predicate);
    case 'taskrun':
      return toTaskRun(input, predicate);
    case 'change':
      return toChange(input, predicate);
    case 'artifact':
      return toArtifact(input, predicate);
    case 'incident':
      return toIncident(input, predicate);
    case 'ticket':
      return toTicket(input, predicate);
    default:
      throw new InputError(`'${input.name}' is not a kind of event`);
  }
}

function toDeployment(input: FactInput, kind: DeploymentKind): DeploymentFact {
  const { content, data, atrium, event } = input;
  const { artifactId, environment } = content;
  if (kind !== 'removed' && !artifactId && !atrium.version) {
    throw new InputError(
      "'subject.content.artifactId' is required: it says what was deployed",
    );
  }
  if (!environment) {
    throw new InputError("'subject.content.environment' is required");
  }
  const artifact = artifactId ? parsePackageUrl(artifactId) : undefined;
  const place = toPlace(input);
  return {
    type: 'deployment',
    id: event.key,
    source: event.source,
    kind,
    environment: environment.id,
    at: event.occurredAt,
    ...place,
    service: place.service ?? data.subject.id,
    version: atrium.version ?? artifact?.version,
    artifactId: artifact?.id,
    artifactKey: artifact && artifactKey(artifact.id),
    commit: atrium.commit?.toLocaleLowerCase('en-US'),
    committedAt: atrium.committedAt,
    actor: atrium.actor,
    runId: atrium.runId,
    url: atrium.url,
    cause: atrium.cause,
  };
}

function toRun(input: FactInput, predicate: string): Observation {
  const { content, atrium } = input;
  return observe('run', input, {
    times: { [`${predicate}_at`]: input.event.occurredAt },
    fields: {
      pipeline: content.pipelineName,
      branch: atrium.branch,
      commit: atrium.commit?.toLocaleLowerCase('en-US'),
      actor: atrium.actor,
      trigger: atrium.trigger,
      url: content.url ?? content.uri ?? atrium.url,
      errors: content.errors,
      outcome: content.outcome,
      paths: atrium.paths,
    },
  });
}

function toTaskRun(input: FactInput, predicate: string): Observation {
  const { content, atrium } = input;
  const run = content.pipelineRun;
  return observe('taskRun', input, {
    times: { [`${predicate}_at`]: input.event.occurredAt },
    fields: {
      run_key: run && subjectKey('run', run.source ?? sourceOf(input), run.id),
      task: content.taskName,
      url: content.url ?? content.uri ?? atrium.url,
      errors: content.errors,
      outcome: content.outcome,
    },
  });
}

function toChange(input: FactInput, predicate: string): Observation {
  const { atrium, event } = input;
  const at = event.occurredAt;
  const times: ObservedColumns<'change'>['times'] = {};
  switch (predicate) {
    case 'created':
      times.created_at = at;
      times.opened_at = at;
      break;
    case 'reviewed':
      times.first_reviewed_at = at;
      break;
    case 'merged':
      times.merged_at = at;
      break;
    case 'abandoned':
      times.abandoned_at = at;
      break;
    default:
      break;
  }
  if (atrium.firstCommitAt) {
    times.first_commit_at = Date.parse(atrium.firstCommitAt);
  }
  return observe('change', input, {
    times,
    fields: {
      title: atrium.title,
      number: atrium.number,
      paths: atrium.paths,
      url: atrium.url,
      branch: atrium.branch,
      commit: atrium.commit?.toLocaleLowerCase('en-US'),
      // Whoever reviews a change is not who it is from.
      actor: predicate === 'reviewed' ? undefined : atrium.actor,
    },
  });
}

function toArtifact(input: FactInput, predicate: string): Observation {
  const { content, data, atrium } = input;
  const artifact = parsePackageUrl(data.subject.id);
  const commit = atrium.commit ?? content.change?.id;
  const observation = observe('artifact', input, {
    times: { [`${predicate}_at`]: input.event.occurredAt },
    fields: {
      version: atrium.version ?? artifact.version,
      commit: commit?.toLocaleLowerCase('en-US'),
    },
  });
  // One artifact has one name, whoever speaks about it.
  return {
    ...observation,
    id: artifactKey(artifact.id),
    subjectId: artifact.id,
  };
}

function toIncident(input: FactInput, predicate: string): Observation {
  const { content, atrium, event } = input;
  const at = event.occurredAt;
  return observe('incident', input, {
    times:
      predicate === 'resolved'
        ? { resolved_at: at }
        : { detected_at: at, opened_at: at },
    fields: {
      environment: content.environment?.id,
      // A resolution describes what was done, not what had happened.
      description: predicate === 'resolved' ? undefined : content.description,
      artifact_id: content.artifactId && parsePackageUrl(content.artifactId).id,
      url: content.ticketURI ?? atrium.url,
    },
  });
}

function toTicket(input: FactInput, predicate: string): Observation {
  const { content, atrium, event } = input;
  const at = event.occurredAt;
  const times: ObservedColumns<'ticket'>['times'] = {};
  if (predicate === 'created') {
    times.created_at = at;
    times.opened_at = at;
  } else if (predicate === 'closed') {
    times.closed_at = at;
  }
  return observe('ticket', input, {
    times,
    fields: {
      number: atrium.number,
      title: content.summary ?? atrium.title,
      type: content.ticketType,
      ticket_group: content.group,
      priority: content.priority,
      labels: content.labels,
      creator: content.creator,
      assignees: content.assignees,
      resolution: content.resolution,
      url: content.uri ?? atrium.url,
    },
  });
}

function observe<Kind extends SubjectKind>(
  kind: Kind,
  input: FactInput,
  observed: ObservedColumns<Kind>,
): Observation {
  const { event, data } = input;
  const { entityRef, repository, service } = toPlace(input);
  const observedFields: Record<string, FieldValue | undefined> =
    observed.fields;
  const all = {
    ...observedFields,
    entity_ref: entityRef,
    repository,
    service,
  };
  const times: Record<string, number> = {};
  for (const [name, time] of Object.entries<number | undefined>(
    observed.times,
  )) {
    if (time !== undefined) {
      times[name] = time;
    }
  }
  const fields: Record<string, FieldValue> = {};
  const stamps: Record<string, number> = {};
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined) {
      fields[name] = value;
      stamps[name] = event.occurredAt;
    }
  }
  const source = sourceOf(input);
  return {
    type: 'observation',
    kind,
    id: subjectKey(kind, source, data.subject.id),
    source,
    subjectId: data.subject.id,
    state: { times, fields, stamps, updatedAt: event.occurredAt },
  };
}

/** What leads to the entity of an event. */
function toPlace({ content, atrium, data, name }: FactInput) {
  const isService = name.startsWith('service.');
  return {
    entityRef: atrium.entityRef?.toLocaleLowerCase('en-US'),
    service:
      atrium.service ??
      content.service?.id ??
      (isService ? data.subject.id : undefined),
    repository: normalizeRepository(
      atrium.repository ??
        content.change?.source ??
        toRepository(content.repository) ??
        '',
    ),
  };
}

/** CDEvents puts the path of a repository into its id, the host into source. */
function toRepository(
  reference?: AnyContent['repository'],
): string | undefined {
  const host = reference?.source ?? '';
  return reference && /[.:]/.test(host)
    ? `${host.replace(/\/$/, '')}/${reference.id}`
    : reference?.id;
}

function sourceOf({ data, event }: FactInput): string {
  return data.subject.source || event.source;
}

/** The key of what a source calls so. */
export function subjectKey(
  kind: SubjectKind,
  source: string,
  id: string,
): string {
  return digestToUuid(kind, source, id);
}

function artifactKey(artifactId: string): string {
  return digestToUuid('artifact', artifactId);
}
