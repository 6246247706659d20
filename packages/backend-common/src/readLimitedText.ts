/**
 * Reads the body of an answer as text, without taking in more of it than allowed.
 *
 * @returns nothing where the body is larger
 */
export async function readLimitedText(
  { body }: Response,
  maxBytes: number,
): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) {
      return text + decoder.decode();
    }
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Nobody needs to wait until the other side has noticed.
      reader?.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
