import type { Request, RequestHandler } from 'express';

/**
 * Gives words to refusals that have none: most of the stock ones say only that
 * something is not allowed, which leaves people, and agents that work for
 * them, without a next step.
 */
export function explainRefusals(adminGroups: string[]): RequestHandler {
  return (req, res, next) => {
    const json = res.json.bind(res);
    res.json = body =>
      json(
        res.statusCode === 403 && hasNoWords(body)
          ? { ...body, error: { ...body.error, message: explain(req) } }
          : body,
      );
    next();
  };

  function explain({ method, originalUrl }: Request): string {
    const [path] = originalUrl.split('?');
    return `${method} ${path} is not allowed for you. Owners may change what is theirs, members of ${adminGroups.join(
      ' and ',
    )} everything; ask one of them`;
  }
}

interface Refusal {
  error: { message: string };
}

function hasNoWords(body: unknown): body is Refusal {
  return isObject(body) && isObject(body.error) && body.error.message === '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
