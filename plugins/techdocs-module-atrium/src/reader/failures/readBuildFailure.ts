import type { FieldMessages } from '@atrium/common';
import { findFailure } from '@atrium/plugin-techdocs-common';

/** Who can do something about it. */
export type BuildFailureCause = 'repository' | 'limits' | 'portal';

export interface BuildFailureReason {
  cause: BuildFailureCause;
  /** The engine's own sentence. */
  message: string;
  /** What it is made of, where it is known. */
  messages?: FieldMessages;
}

/** What the engine puts around the error that ended a build. */
const CAUSED_BY = /; caused by (\w+): ([\s\S]*)$/;

const CAUSES: Record<string, BuildFailureCause> = {
  InputError: 'repository',
  NotFoundError: 'repository',
  NotAllowedError: 'repository',
  ServiceUnavailableError: 'limits',
};

/** TechDocs sends the message of an error as JSON. */
function unquote(message: string): string {
  try {
    const parsed: unknown = JSON.parse(message);
    return typeof parsed === 'string' ? parsed : message;
  } catch {
    return message;
  }
}

/** What ended a build, by the message that TechDocs passes on. */
export function readBuildFailure({ message }: Error): BuildFailureReason {
  const text = unquote(message);
  const [, name = '', reason = text] = CAUSED_BY.exec(text) ?? [];
  const parts = findFailure(reason);
  return {
    cause: CAUSES[name] ?? 'portal',
    message: reason,
    ...(parts && { messages: { message: parts } }),
  };
}
