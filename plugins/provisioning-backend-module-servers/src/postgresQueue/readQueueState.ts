import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import type { Client } from 'pg';
import { Identifier, sql } from '../postgres/PostgresServer';
import type { QueueSettings } from '../shared/queueParameters';
import { isMarkOf, parseMark, type ResourceMark } from '../shared/ResourceMark';

const FUNCTIONS = ['archive', 'delete', 'read', 'send'];

/** A queue, as its database has it. */
export interface QueueState {
  schema?: { mark?: ResourceMark; missing: string[]; settings?: QueueSettings };
  role?: { mark?: ResourceMark; canLogin: boolean };
}

/** Looks at the schema and the role of that name. */
export async function readQueueState(
  client: Client,
  name: string,
): Promise<QueueState> {
  const { rows: schemas } = await client.query(
    `SELECT obj_description(n.oid, 'pg_namespace') AS mark,
        ARRAY(SELECT proname::text FROM pg_proc WHERE pronamespace = n.oid) AS functions,
        to_regclass(quote_ident(nspname) || '.settings') IS NOT NULL AS has_settings
      FROM pg_namespace n WHERE nspname = $1`,
    [name],
  );
  const { rows: roles } = await client.query(
    `SELECT rolcanlogin, shobj_description(oid, 'pg_authid') AS mark
      FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  const [schema] = schemas;
  const [role] = roles;
  const mark = parseMark(schema?.mark);
  return {
    ...(schema && {
      schema: {
        mark,
        missing: FUNCTIONS.filter(of => !schema.functions.includes(of)),
        // Of somebody else it may be anything.
        settings:
          mark && schema.has_settings
            ? await readSettings(client, name)
            : undefined,
      },
    }),
    ...(role && {
      role: { mark: parseMark(role.mark), canLogin: role.rolcanlogin },
    }),
  };
}

/** Whose a queue is, by the marks. */
export function judgeQueue(
  state: QueueState | undefined,
  target: ResourceTarget,
): 'nobody' | 'ours' | 'foreign' {
  const parts = [state?.schema, state?.role].filter(part => part !== undefined);
  if (parts.length === 0) {
    return 'nobody';
  }
  return parts.every(({ mark }) => isMarkOf(mark, target)) ? 'ours' : 'foreign';
}

async function readSettings(
  client: Client,
  name: string,
): Promise<QueueSettings | undefined> {
  const { rows } = await client.query(
    sql`SELECT * FROM ${new Identifier(name)}.settings`,
  );
  const [row] = rows;
  return (
    row && {
      maxDeliveries: row.max_deliveries,
      acknowledgeSeconds: row.acknowledge_seconds,
      retentionSeconds: row.retention_seconds,
    }
  );
}
