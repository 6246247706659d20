import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { Issue } from '@atrium/git-hosts';
import { createRepositoryEvent } from './createRepositoryEvent';
import type { HostRepository } from '@atrium/git-hosts';

const ENVIRONMENT_LABEL = /^environment:\s*(\S.*)$/i;

/** What of an issue its state does not tell, only a webhook. */
export interface IssueChange {
  /** It was deleted, or went to another repository. */
  isGone?: boolean;
  /** A label that makes it an incident was put on. */
  isEscalated?: boolean;
  /** The last such label was taken off, of an issue that had been an incident. */
  isDeescalated?: boolean;
}

/** An issue, and how to read it. */
export interface IssueContext {
  issue: Issue;
  /** The labels that make an issue an incident. */
  incidentLabels: string[];
  change?: IssueChange;
}

/** Whether one of the labels of an issue makes it an incident. */
export function isIncident(context: IssueContext): boolean {
  const names = new Set(context.incidentLabels.map(normalize));
  return (context.issue.labels ?? []).some(label =>
    names.has(normalize(label)),
  );
}

/** What the incident is called that an issue may be. */
export function toIncidentId(issue: Pick<Issue, 'id'>): string {
  return `incidents/${issue.id}`;
}

/**
 * Everything that the state of an issue tells. Every issue is a ticket; with
 * one of the labels it is an incident as well.
 */
export function toIssueEvents(
  context: IssueContext,
  repository: HostRepository,
): CloudEvent[] {
  const { issue, change } = context;
  if (issue.pull_request) {
    return [];
  }
  const endedAt = change?.isGone ? issue.updated_at : issue.closed_at;
  const events = toTicketEvents(issue, repository, endedAt ?? undefined);
  if (isIncident(context)) {
    events.push(...toIncidentEvents(context, repository, endedAt ?? undefined));
  } else if (change?.isDeescalated) {
    const resolvedAt = endedAt ?? issue.updated_at;
    events.push(...toIncidentEvents(context, repository, resolvedAt));
  }
  return events;
}

function toTicketEvents(
  issue: Issue,
  repository: HostRepository,
  endedAt: string | undefined,
): CloudEvent[] {
  const about = {
    subjectId: `issues/${issue.id}`,
    content: {
      summary: issue.title,
      ticketType: issue.type?.name,
      creator: issue.user?.login,
      assignees: (issue.assignees ?? []).map(({ login }) => login),
      labels: issue.labels ?? [],
      uri: issue.html_url,
    },
    atrium: { number: String(issue.number) },
  };
  const events = [
    createRepositoryEvent('ticket.created', repository, {
      ...about,
      fact: 'created',
      time: issue.created_at,
    }),
  ];
  if (endedAt) {
    events.push(
      createRepositoryEvent('ticket.closed', repository, {
        ...about,
        fact: `closed/${endedAt}`,
        time: endedAt,
        content: {
          ...about.content,
          resolution: issue.state_reason ?? undefined,
        },
      }),
    );
  } else if (issue.state_reason === 'reopened') {
    events.push(
      createRepositoryEvent('ticket.created', repository, {
        ...about,
        fact: `reopened/${issue.updated_at}`,
        time: issue.updated_at,
      }),
    );
  } else if (issue.updated_at !== issue.created_at) {
    events.push(
      createRepositoryEvent('ticket.updated', repository, {
        ...about,
        fact: `updated/${issue.updated_at}`,
        time: issue.updated_at,
      }),
    );
  }
  return events;
}

function toIncidentEvents(
  { issue, change }: IssueContext,
  repository: HostRepository,
  endedAt: string | undefined,
): CloudEvent[] {
  const environment = findEnvironment(issue);
  const about = {
    subjectId: toIncidentId(issue),
    content: {
      description: issue.title,
      environment: environment ? { id: environment } : undefined,
      ticketURI: issue.html_url,
    },
  };
  const events = [
    createRepositoryEvent('incident.detected', repository, {
      ...about,
      fact: 'detected',
      // Somebody noticed when the issue was opened, however it was labelled.
      time: issue.created_at,
    }),
  ];
  if (endedAt) {
    events.push(
      createRepositoryEvent('incident.resolved', repository, {
        ...about,
        fact: `resolved/${endedAt}`,
        time: endedAt,
      }),
    );
  } else if (issue.state_reason === 'reopened' || change?.isEscalated) {
    events.push(
      createRepositoryEvent('incident.detected', repository, {
        ...about,
        fact: `detected/${issue.updated_at}`,
        time: issue.updated_at,
      }),
    );
  }
  return events;
}

function findEnvironment(issue: Issue): string | undefined {
  for (const label of issue.labels ?? []) {
    const match = ENVIRONMENT_LABEL.exec(label);
    if (match) {
      return match[1].trim();
    }
  }
  return undefined;
}

function normalize(label: string): string {
  return label.trim().toLowerCase();
}
