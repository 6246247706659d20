import { createSimulation } from './createSimulation.mts';

// A program of its own, because the simulator is an ES module and Jest runs
// CommonJS. It lives as long as the test that started it.
const [root, organization, token] = process.argv.slice(2);
createSimulation({ root, organization, token })
  .listen({ port: 0, host: '127.0.0.1' })
  .then(({ port }) => process.send?.({ port }));
process.once('disconnect', () => process.exit());
