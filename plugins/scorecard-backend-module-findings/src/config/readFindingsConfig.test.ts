import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { findUploaderOwners, readFindingsConfig } from './readFindingsConfig';

const read = (findings: JsonObject) =>
  readFindingsConfig(
    mockServices.rootConfig({ data: { scorecard: { findings } } }),
  );

describe('readFindingsConfig', () => {
  it('takes subjects with slashes and dots, as issuers of tokens write them', () => {
    const config = read({
      uploaders: {
        'external:repo:acme/x:ref:refs/heads/main': {
          owners: ['group:default/Payments'],
        },
        'payments.ci': { owners: ['group:default/checkout'] },
      },
    });

    expect(
      findUploaderOwners(config, 'external:repo:acme/x:ref:refs/heads/main'),
    ).toEqual(['group:default/payments']);
    expect(findUploaderOwners(config, 'external:payments.ci')).toEqual([
      'group:default/checkout',
    ]);
    expect(findUploaderOwners(config, 'external:other.ci')).toBeUndefined();
  });

  it('names the subject whose owners are missing', () => {
    expect(() => read({ uploaders: { 'payments.ci': {} } })).toThrow(
      "'scorecard.findings.uploaders.payments.ci.owners'",
    );
  });
});
