/**
 * What tests of several backends share.
 *
 * @packageDocumentation
 */

export { freezeTime } from './freezeTime';
export {
  type SandboxGitHost,
  startSandboxGitHost,
} from './startSandboxGitHost';
