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
export { limitIdleTransactions } from './limitIdleTransactions';
export {
  startTestPortal,
  type StartTestPortalOptions,
} from './startTestPortal';
