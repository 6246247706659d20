import { readLimitedText } from '@atrium/backend-common';

const MAX_BYTES = 1024 * 1024;

/**
 * Reads the body of an answer as JSON.
 *
 * @throws Error when it is none, or has more than 1 MB
 */
export async function readJson(response: Response): Promise<unknown> {
  const text = await readLimitedText(response, MAX_BYTES);
  if (text === undefined) {
    throw new Error('the answer has more than 1 MB');
  }
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says would repeat a part of the answer.
    throw new Error('the answer is no JSON');
  }
}
