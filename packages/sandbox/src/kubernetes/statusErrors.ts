/** An answer other than success, as Kubernetes words it. */
export class StatusError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: Record<string, unknown> | undefined;

  constructor(options: {
    code: number;
    reason: string;
    message: string;
    details?: Record<string, unknown>;
  }) {
    super(options.message);
    this.name = 'StatusError';
    this.code = options.code;
    this.reason = options.reason;
    this.details = options.details;
  }

  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

export function unauthorized() {
  return new StatusError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

/** Which object, or which kind of objects, an answer is about. */
export interface Subject {
  group: string;
  plural: string;
  name?: string;
}

function qualify({ group, plural }: Subject): string {
  return group ? `${plural}.${group}` : plural;
}

function detailsOf({ group, plural, name }: Subject) {
  return { ...(name && { name }), ...(group && { group }), kind: plural };
}

export function forbidden(subject: Subject, why: string) {
  const { name } = subject;
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualify(subject)}${
      name ? ` "${name}"` : ''
    } is forbidden: ${why}`,
    details: detailsOf(subject),
  });
}

/** The answer to what was deleted. */
export function success(subject: Subject, uid: string) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...detailsOf(subject), uid },
  };
}

export function alreadyExists(subject: Subject) {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualify(subject)} "${subject.name}" already exists`,
    details: detailsOf(subject),
  });
}

/** Somebody else was faster, or the object is not the one that was meant. */
export function conflict(
  subject: Subject,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
) {
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualify(subject)} "${
      subject.name
    }": ${why}`,
    details: detailsOf(subject),
  });
}

/** Others manage fields that were to be applied with other values. */
export function applyConflict(
  conflicts: { manager: string; apiVersion: string; field: string }[],
) {
  const causes = conflicts.map(({ manager, apiVersion, field }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with "${manager}" using ${apiVersion}`,
    field,
  }));
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Apply failed with ${causes.length} conflict${
      causes.length === 1 ? '' : 's'
    }: ${causes
      .map(({ message, field }) => `${message}: ${field}`)
      .join('\n')}`,
    details: { causes },
  });
}

export function invalidObject(
  subject: { group: string; kind: string; name: string },
  problem: { field?: string; message: string },
) {
  const { group, kind, name } = subject;
  const { field, message } = problem;
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `${group ? `${kind}.${group}` : kind} "${name}" is invalid: ${
      field ? `${field}: ${message}` : message
    }`,
    details: {
      name,
      ...(group && { group }),
      kind,
      causes: [
        { reason: 'FieldValueInvalid', message, ...(field && { field }) },
      ],
    },
  });
}

export function invalidPatch(message: string) {
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `the server rejected our request due to an error in our request: ${message}`,
  });
}

export function badRequest(message: string) {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

export function unknownPath() {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });
}

export function objectNotFound(subject: Subject) {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualify(subject)} "${subject.name}" not found`,
    details: detailsOf(subject),
  });
}

export function methodNotAllowed() {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function versionExpired() {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: 'The resourceVersion for the provided watch is too old.',
  });
}

export function unsupportedMediaType(type: string) {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - '${type}'`,
  });
}
