const MARK = 'Backend startup failed';

/**
 * Finds in the backend's log why it did not come up: a line that says more than
 * the last ones, which are of the stack.
 */
export function findStartupFailure(log: string): string | undefined {
  const line = log.split('\n').find(text => text.includes(MARK));
  if (line === undefined) {
    return undefined;
  }
  const message = readMessage(line) ?? line;
  return message.slice(message.indexOf(MARK));
}

/** In production the log is one JSON object per line. */
function readMessage(line: string): string | undefined {
  try {
    const { message } = JSON.parse(line);
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
