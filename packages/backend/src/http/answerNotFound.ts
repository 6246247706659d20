import { NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/** Answers what no route takes, in JSON like every other error. */
export function answerNotFound(): RequestHandler {
  return (req, _res, next) => {
    const [path] = req.originalUrl.split('?');
    next(new NotFoundError(`No route for ${req.method} ${path}`));
  };
}
