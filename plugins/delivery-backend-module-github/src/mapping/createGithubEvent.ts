import {
  type CdEventContent,
  type CdEventExtension,
  type CdEventName,
  type CloudEvent,
  createCdEvent,
} from '@atrium/plugin-delivery-common';
import type { GithubRepository } from './GithubRepository';

/** One fact about a subject in a repository. */
export interface GithubFact<Name extends CdEventName> {
  subjectId: string;
  /** Tells this fact from others about the subject. */
  fact: string;
  time: string;
  content: CdEventContent<Name>;
  atrium?: CdEventExtension;
}

/**
 * Writes an event whose id follows from the fact alone, so that a webhook, its
 * redelivery and a poll all tell it under one id.
 *
 * @remarks Ids are GitHub's numbers, not names: they outlive a renamed or
 * transferred repository.
 */
export function createGithubEvent<Name extends CdEventName>(
  name: Name,
  repository: GithubRepository,
  fact: GithubFact<Name>,
): CloudEvent {
  return createCdEvent({
    name,
    id: `${fact.subjectId}/${fact.fact}`,
    source: repository.source,
    time: fact.time,
    subjectId: fact.subjectId,
    content: fact.content,
    atrium: { repository: repository.url, ...fact.atrium },
  });
}
