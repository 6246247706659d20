/**
 * Stops the clock of a Jest test but no timers: servers and connections go on.
 * `jest.useRealTimers()` lets it run again.
 */
export function freezeTime(now: Date | string): void {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
}
