import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';

const USAGE =
  'Options: --events N  --seconds N (of ingest)  --port N  --home DIR';

const DEFAULT_EVENTS = 200_000;
const DEFAULT_SECONDS = 15;
const DEFAULT_PORT = 27_807;

/** What the bench is run with. */
export interface DeliveryBenchOptions {
  /** How many events a year of all services has. */
  events: number;
  /** How long events are sent. */
  seconds: number;
  /** Of the backend; Postgres takes the next one. */
  port: number;
  /** Where the embedded Postgres keeps its data. */
  home: string;
}

/** Reads the command line. */
export function parseArguments(
  args: string[],
  root: string,
): DeliveryBenchOptions {
  const values = parse(args);
  return {
    events: readNumber('events', values.events) ?? DEFAULT_EVENTS,
    seconds: readNumber('seconds', values.seconds) ?? DEFAULT_SECONDS,
    port: readNumber('port', values.port) ?? DEFAULT_PORT,
    home: values.home
      ? resolve(process.env.INIT_CWD ?? process.cwd(), values.home)
      : resolve(root, '.atrium', 'bench', 'delivery'),
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: { events: text, seconds: text, port: text, home: text },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) {
      throw new Failure(error.message, { hint: USAGE, cause: error });
    }
    throw error;
  }
}

function readNumber(name: string, value?: string): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Failure(`--${name} is a number, not '${value}'`, {
      hint: USAGE,
    });
  }
  return number;
}
