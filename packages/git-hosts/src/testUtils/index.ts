/**
 * A git host for tests.
 *
 * @packageDocumentation
 */

export {
  type SandboxGitHost,
  startSandboxGitHost,
} from './startSandboxGitHost';
