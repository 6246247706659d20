import { logLevels, type LogLevel } from './createLogger.ts';

export interface Settings {
  port: number;
  logLevel: LogLevel;
  /** How long to keep answering after a stop signal, while traffic moves away. */
  drainMs: number;
}

/** Reads the settings from the environment and fails on a wrong one. */
export function readSettings(
  environment: Record<string, string | undefined>,
): Settings {
  return {
    port: readInteger(environment, 'PORT', { fallback: 8080, max: 65_535 }),
    logLevel: readLogLevel(environment.LOG_LEVEL),
    drainMs: readInteger(environment, 'DRAIN_MS', {
      fallback: 5_000,
      max: 60_000,
    }),
  };
}

function readInteger(
  environment: Record<string, string | undefined>,
  name: string,
  options: { fallback: number; max: number },
): number {
  const text = environment[name];
  if (text === undefined || text === '') {
    return options.fallback;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > options.max) {
    throw new Error(
      `${name} must be a whole number from 0 to ${options.max}, not '${text}'`,
    );
  }
  return value;
}

function readLogLevel(text: string | undefined): LogLevel {
  const level = logLevels.find(candidate => candidate === (text || 'info'));
  if (!level) {
    throw new Error(
      `LOG_LEVEL must be one of ${logLevels.join(', ')}, not '${text}'`,
    );
  }
  return level;
}
