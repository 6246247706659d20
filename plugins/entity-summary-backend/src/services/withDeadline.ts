/** Somebody did not answer in time. */
export class DeadlineError extends Error {
  override name = 'DeadlineError';
}

/**
 * What a promise comes to, unless that takes too long.
 *
 * @remarks What is late goes on and is not listened to any more.
 *
 * @throws DeadlineError
 */
export async function withDeadline<T>(
  work: Promise<T>,
  deadlineMs: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DeadlineError(`No answer in ${deadlineMs} ms`)),
      deadlineMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
