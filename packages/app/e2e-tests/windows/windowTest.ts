import { test as base } from '../portalTest';
import { Windows } from './Windows';

/** Tests that share the windows of a worker, since nothing is changed in them. */
export const test = base.extend<object, { windows: Windows }>({
  windows: [
    async ({ browser }, provide) => {
      await provide(new Windows(browser));
    },
    { scope: 'worker' },
  ],
});
