import type { CdEventContent, CdEventName } from './cdEventContents';
import type { CdEventExtension } from './cdEventExtension';
import type { CloudEvent } from './cloudEvent';

/** What `createCdEvent` makes an event of. */
export interface CreateCdEventOptions<Name extends CdEventName> {
  /** Which event, for example `pipelinerun.finished`. */
  name: Name;
  /**
   * Unique within the source. Derive it from the fact, not from the moment of
   * sending: the same fact sent twice is then stored once.
   */
  id: string;
  /** Who says so, as a URI reference, for example `https://ci.acme.example`. */
  source: string;
  /** When it happened, ISO 8601 with a zone. */
  time: string;
  /** The run, task, change, artifact, service, incident or ticket. */
  subjectId: string;
  /** What CDEvents puts in `subject.content`. */
  content: CdEventContent<Name>;
  /** What Atrium reads from `customData.atrium`. */
  atrium?: CdEventExtension;
}

/** The version of the CDEvents specification whose types are written. */
const CD_EVENTS_VERSION = '0.4.1';
const TYPE_VERSION = '0.2.0';

/** Writes one CDEvent as a CloudEvent in structured mode. */
export function createCdEvent<Name extends CdEventName>(
  options: CreateCdEventOptions<Name>,
): CloudEvent {
  const { name, id, source, time, subjectId, content, atrium } = options;
  const type = `dev.cdevents.${name}.${TYPE_VERSION}`;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: subjectId,
    time,
    datacontenttype: 'application/json',
    data: {
      context: {
        version: CD_EVENTS_VERSION,
        id,
        source,
        type,
        timestamp: time,
      },
      subject: { id: subjectId, source, type: name.split('.')[0], content },
      ...(atrium && {
        customData: { atrium },
        customDataContentType: 'application/json',
      }),
    },
  };
}
