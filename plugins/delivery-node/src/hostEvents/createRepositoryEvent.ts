import type {
  CdEventContent,
  CdEventName,
} from '@atrium/plugin-delivery-common';
import type { CdEventExtension } from '@atrium/plugin-delivery-common';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { createCdEvent } from '@atrium/plugin-delivery-common';
import type { HostRepository } from '@atrium/git-hosts';

/** One fact about a subject in a repository. */
export interface RepositoryFact<Name extends CdEventName> {
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
 * @remarks Make ids of the host's numbers, not of names: they outlive a renamed
 * or transferred repository.
 */
export function createRepositoryEvent<Name extends CdEventName>(
  name: Name,
  repository: HostRepository,
  fact: RepositoryFact<Name>,
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
