import { readLimitedText } from './readLimitedText';

describe('readLimitedText', () => {
  // The sign for euro has three bytes.
  const euros = new TextEncoder().encode('€€');

  function answer(pieces: number[], onCancel = () => {}): Response {
    let from = 0;
    return new Response(
      new ReadableStream({
        pull(controller) {
          const size = pieces.shift();
          if (size === undefined) {
            controller.close();
          } else {
            controller.enqueue(euros.slice(from, from + size));
            from += size;
          }
        },
        cancel: onCancel,
      }),
    );
  }

  it('reads what is as large as allowed, however it is cut', async () => {
    expect(await readLimitedText(answer([2, 2, 2]), 6)).toBe('€€');
    expect(await readLimitedText(new Response(), 6)).toBe('');
  });

  it('stops reading what is larger', async () => {
    const onCancel = jest.fn();
    expect(
      await readLimitedText(answer([3, 3, 3, 3], onCancel), 5),
    ).toBeUndefined();
    expect(onCancel).toHaveBeenCalledTimes(1);
  });
});
