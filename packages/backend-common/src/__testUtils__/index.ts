/**
 * What tests of several backends share.
 *
 * @packageDocumentation
 */

export { createFileReader } from './createFileReader';
export { createTestDatabase } from './createTestDatabase';
export {
  askAs,
  createTestPeople,
  type TestPeopleOptions,
} from './createTestPeople';
export { eventually } from './eventually';
export { FakeGiteaRepository } from './FakeGiteaRepository';
export { freezeTime } from './freezeTime';
export {
  startTestPortal,
  type StartTestPortalOptions,
} from './startTestPortal';
