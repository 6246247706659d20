const MAX_BYTES = 1024 * 1024;

/**
 * Reads the body of an answer as JSON.
 *
 * @throws Error when it is none, or has more than 1 MB
 */
export async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) {
      break;
    }
    bytes += value.length;
    if (bytes > MAX_BYTES) {
      await reader?.cancel();
      throw new Error('the answer has more than 1 MB');
    }
    chunks.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // What the parser says would repeat a part of the answer.
    throw new Error('the answer is no JSON');
  }
}
