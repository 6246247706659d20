export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof logLevels)[number];

export type Logger = Record<
  LogLevel,
  (message: string, fields?: Record<string, unknown>) => void
>;

export interface CreateLoggerOptions {
  level: LogLevel;
  write?: (line: string) => void;
}

/** Writes one JSON object per line, which log collectors need no rules for. */
export function createLogger(options: CreateLoggerOptions): Logger {
  const { level, write = line => process.stdout.write(line) } = options;
  const lowest = logLevels.indexOf(level);

  const log =
    (messageLevel: LogLevel) =>
    (message: string, fields: Record<string, unknown> = {}) => {
      if (logLevels.indexOf(messageLevel) >= lowest) {
        write(
          `${JSON.stringify({
            time: new Date().toISOString(),
            level: messageLevel,
            message,
            ...fields,
          })}\n`,
        );
      }
    };

  return {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  };
}
