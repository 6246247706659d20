import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';

interface ReadOptionsSettings<T extends string> {
  /** The options that are whole numbers from 1 on, and what they are without. */
  numbers: Record<T, number>;
  /** Where `--home` is without. */
  home: string;
  /** Whether there is `--fresh`, for data that runs leave to the next. */
  keepsData?: boolean;
  usage: string;
}

/** What a bench of a plugin is run with. */
export type PluginBenchOptions<T extends string> = Record<T, number> & {
  /** Where the embedded Postgres and the like keep their data. */
  home: string;
  /** Whether data of an earlier run is not to be used. */
  isFresh: boolean;
};

/** Reads the command line. */
export function readOptions<T extends string>(
  args: string[],
  settings: ReadOptionsSettings<T>,
): PluginBenchOptions<T> {
  const { numbers, home, usage } = settings;
  const names = Object.keys(numbers) as T[];
  const values = parse(args, names, settings);
  const read = Object.fromEntries(
    names.map(name => [
      name,
      readNumber(name, values[name], usage) ?? numbers[name],
    ]),
  ) as Record<T, number>;
  return {
    ...read,
    home:
      typeof values.home === 'string'
        ? // npm changes into the checkout but says where it was called.
          resolve(process.env.INIT_CWD ?? process.cwd(), values.home)
        : home,
    isFresh: values.fresh === true,
  };
}

type Values = Record<string, string | boolean | undefined>;

function parse(
  args: string[],
  names: string[],
  {
    keepsData,
    usage,
  }: Pick<ReadOptionsSettings<string>, 'keepsData' | 'usage'>,
): Values {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      options: {
        ...Object.fromEntries([...names, 'home'].map(name => [name, text])),
        ...(keepsData ? { fresh: flag } : {}),
      },
    }).values as Values;
  } catch (error) {
    if (error instanceof TypeError) {
      throw new Failure(error.message, { hint: usage, cause: error });
    }
    throw error;
  }
}

function readNumber(
  name: string,
  value: Values[string],
  usage: string,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Failure(`--${name} is a number, not '${value}'`, { hint: usage });
  }
  return number;
}
