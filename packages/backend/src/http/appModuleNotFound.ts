import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import { answerNotFound } from './answerNotFound';

const NOT_PAGES = /^\/(?:api|\.well-known)(?:\/|$)/i;

/**
 * Keeps the app from answering with its page for addresses that programs ask:
 * it takes every path that no other route takes.
 */
export const appModuleNotFound = createBackendModule({
  pluginId: 'app',
  moduleId: 'not-found',
  register(reg) {
    reg.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        http.use(refuseOtherThanPages(answerNotFound()));
      },
    });
  },
});

function refuseOtherThanPages(refuse: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (NOT_PAGES.test(req.originalUrl)) {
      refuse(req, res, next);
    } else {
      next();
    }
  };
}
