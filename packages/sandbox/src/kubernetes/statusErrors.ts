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

export function forbidden(message: string) {
  return new StatusError({ code: 403, reason: 'Forbidden', message });
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

export function objectNotFound(options: {
  group: string;
  plural: string;
  name: string;
}) {
  const { group, plural, name } = options;
  const qualified = group ? `${plural}.${group}` : plural;
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualified} "${name}" not found`,
    details: { name, ...(group && { group }), kind: plural },
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
