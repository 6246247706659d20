import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import pg from 'pg';

/** The header that says how long the statements of an answer took, in milliseconds. */
export const STATEMENTS_HEADER = 'x-bench-statements-ms';

type Query = (
  this: unknown,
  config: unknown,
  callback: (...results: unknown[]) => void,
) => unknown;

/**
 * Has each answer say how long its statements took, as the client of the database
 * sees them, with those that begin and end its transaction.
 *
 * @remarks For a backend that is asked one thing at a time: whatever was asked of the
 * database since the last answer counts for the next.
 */
export function timeStatements() {
  let milliseconds = 0;
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  // Knex, whose pool this is about, calls back.
  client.query = function timed(config, callback) {
    const start = performance.now();
    return query.call(this, config, (...results) => {
      milliseconds += performance.now() - start;
      callback(...results);
    });
  };
  return rootHttpRouterServiceFactory({
    configure({ app, applyDefaults }) {
      app.use((_request, response, next) => {
        milliseconds = 0;
        const { json } = response;
        response.json = body => {
          response.setHeader(STATEMENTS_HEADER, milliseconds.toFixed(3));
          return json.call(response, body);
        };
        next();
      });
      applyDefaults();
    },
  });
}
