import { type CdEventName, cdEventContentSchemas } from './cdEventContents';

const CD_EVENT_TYPE =
  /^dev\.cdevents\.([a-z]+)\.([a-z]+)(?:\.(\d+\.\d+\.\d+(?:-[0-9a-z.-]+)?))?$/;

/** The parts of a CDEvents type such as `dev.cdevents.change.merged.0.2.0`. */
export interface CdEventType {
  /** The subject, for example `pipelinerun`. */
  subject: string;
  /** What happened to it, for example `finished`. */
  predicate: string;
  /** The version of the event type; early emitters left it out. */
  version?: string;
  /** Set when delivery keeps state for this kind of event. */
  name?: CdEventName;
}

/** Reads a CloudEvents type as a CDEvents one; undefined when it is another. */
export function parseCdEventType(type: string): CdEventType | undefined {
  const match = CD_EVENT_TYPE.exec(type);
  if (!match) {
    return undefined;
  }
  const [, subject, predicate, version] = match;
  const name = `${subject}.${predicate}`;
  return {
    subject,
    predicate,
    version,
    name: isCdEventName(name) ? name : undefined,
  };
}

function isCdEventName(name: string): name is CdEventName {
  return Object.hasOwn(cdEventContentSchemas, name);
}
