import { listUntranslated } from '@atrium/plugin-provisioning-node/testUtils';
import { describeHttp } from './describeHttp';

it('is in the language of whoever reads it', () => {
  expect(listUntranslated(describeHttp([]))).toEqual([]);
});
