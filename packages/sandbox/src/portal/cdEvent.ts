/** A CloudEvent as delivery takes it. */
export interface CdEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  data: unknown;
}

export interface CdEventOptions {
  /** Subject and predicate, for example `pipelinerun.finished`. */
  name: string;
  /** Made of the fact, so that the same fact sent again is known. */
  id: string;
  source: string;
  atMs: number;
  subjectId: string;
  content?: Record<string, unknown>;
  /** What Atrium reads beside the content. */
  atrium?: Record<string, unknown>;
}

const specificationVersion = '0.4.1';
const typeVersion = '0.2.0';

/** Writes a CDEvent the way `createCdEvent` of delivery-common does. */
export function cdEvent(options: CdEventOptions): CdEvent {
  const { name, id, source, subjectId, content = {}, atrium } = options;
  const type = `dev.cdevents.${name}.${typeVersion}`;
  const time = new Date(options.atMs).toISOString();
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
        version: specificationVersion,
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
