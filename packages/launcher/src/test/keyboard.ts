import { join } from 'node:path';
import { playInWorld } from './playInWorld.ts';
import type { TestStep } from './TestStep.ts';

/** Beside the ports of journeys and pictures. */
const BASE_PORT = 17_407;

/** The same journeys as `e2e`, by somebody without a mouse. */
export const keyboard: TestStep = {
  name: 'keyboard',
  isOnRequest: true,
  run: context =>
    playInWorld(context, {
      home: join(context.home, 'keyboard'),
      basePort: BASE_PORT,
      args: ['--project=keyboard', ...context.args],
    }),
};
