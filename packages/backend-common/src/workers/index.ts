export { workerExecArgv } from './workerExecArgv';
export {
  type RunTaskOptions,
  WorkerLimitError,
  type WorkerModule,
  WorkerThread,
  type WorkerThreadOptions,
} from './WorkerThread';
export { YamlReader } from './YamlReader';
