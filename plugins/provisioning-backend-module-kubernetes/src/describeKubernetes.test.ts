import { listUntranslated } from '@atrium/plugin-provisioning-node/testUtils';
import { describeKubernetes } from './describeKubernetes';

it('is in the language of whoever reads it', () => {
  expect(listUntranslated(describeKubernetes([]))).toEqual([]);
});
