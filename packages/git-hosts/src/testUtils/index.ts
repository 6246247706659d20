/**
 * A git host for tests, and what takes the webhooks of one.
 *
 * @packageDocumentation
 */

export { githubEventFeatures } from './githubEventFeatures';
export {
  type SandboxGitHost,
  startSandboxGitHost,
} from './startSandboxGitHost';
