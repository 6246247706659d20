import {
  type CdEventContent,
  type CdEventExtension,
  type CdEventName,
  type CloudEvent,
  createCdEvent,
  type RunOutcome,
} from '@atrium/plugin-delivery-common';

/** The source that all sample events come from. */
export const SAMPLE_SOURCE = 'https://ci.acme.example';

/** An event about something, with an id made from what it says. */
export function sampleEvent<Name extends CdEventName>(
  name: Name,
  time: string,
  event: {
    subjectId: string;
    content: CdEventContent<Name>;
    atrium?: CdEventExtension;
  },
): CloudEvent {
  return createCdEvent({
    name,
    time,
    id: `${name}/${event.subjectId}/${time}`,
    source: SAMPLE_SOURCE,
    ...event,
  });
}

/** A run of the sample component that has finished. */
export function finishedRun(
  id: string,
  time: string,
  outcome: RunOutcome = 'success',
): CloudEvent {
  return sampleEvent('pipelinerun.finished', time, {
    subjectId: id,
    content: {
      pipelineName: 'build',
      outcome,
    },
    atrium: { repository: 'acme/payment-service', branch: 'main' },
  });
}
