import { join } from 'node:path';
import { playInWorld } from './playInWorld.ts';
import type { TestStep } from './TestStep.ts';

/** Far from the ports of `npm start`, so that both may run. */
const BASE_PORT = 17_007;

/** Journeys by browser through a world that begins with empty state. */
export const e2e: TestStep = {
  name: 'e2e',
  run: context =>
    playInWorld(context, {
      home: join(context.home, 'e2e'),
      basePort: BASE_PORT,
      args: ['--project=journeys', ...context.args],
    }),
};
