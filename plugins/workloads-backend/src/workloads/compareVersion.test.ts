import type { Deployment } from '@atrium/plugin-delivery-common';
import { parseImage } from '../kubernetes/parseImage';
import { compareVersion } from './compareVersion';

const digest = `sha256:${'ab'.repeat(32)}`;
const commit = '1f3c5a79b2d4e6f8a0c2e4b6d8f0a1c3e5b7d9f1';

function judge(
  images: string[],
  deployment:
    | Partial<Deployment>
    | Partial<Deployment>[]
    | 'unavailable'
    | undefined,
  options: {
    environment?: string;
    isRunning?: boolean;
    podCount?: number;
    runningDigests?: string[];
  } = {},
) {
  const { environment = 'production', isRunning = true, ...found } = options;
  const { verdict, reason } = compareVersion({
    images: images.map(image => ({
      ...parseImage('app', image),
      ...found,
    })),
    environment: environment || undefined,
    delivered:
      typeof deployment === 'object'
        ? [deployment].flat().map(one => ({
            isRunning,
            deployment: {
              id: '1',
              kind: 'deployed',
              service: 'web',
              source: '/ci',
              environment: 'production',
              tier: 'production',
              at: '2026-11-25T07:00:00.000Z',
              ...one,
            },
          }))
        : deployment,
    names: ['web'],
  });
  return `${verdict}: ${reason}`;
}

describe('compareVersion', () => {
  it.each([
    ['the tag', ['r.example/web:1.2.0'], { version: '1.2.0' }],
    ['a tag with a v', ['r.example/web:v1.2.0'], { version: '1.2.0' }],
    [
      'the version of the artifact',
      ['r.example/web:7'],
      { artifactId: 'pkg:oci/web@7?repository_url=r.example' },
    ],
    [
      'the digest',
      [`r.example/web:main@${digest}`],
      { version: '9', artifactId: `pkg:oci/web@${digest}` },
    ],
    [
      'a digest that is written as an address',
      [`r.example/web@${digest}`],
      { artifactId: `pkg:oci/web@${digest.replace(':', '%3A')}` },
    ],
    ['the commit', ['r.example/web:main-1f3c5a79'], { version: '9', commit }],
    [
      'another image beside it',
      ['r.example/web:1.2.0', 'envoy:3'],
      { version: '1.2.0' },
    ],
    ['an image of another name', ['r.example/api:1.2.0'], { version: '1.2.0' }],
  ])('knows what was deployed by %s', (_, images, deployment) => {
    expect(judge(images, deployment)).toBe(
      "same: Runs what was deployed to 'production'.",
    );
  });

  it('knows what was not deployed', () => {
    expect(judge(['r.example/web:1.1.0'], { version: '1.2.0' })).toBe(
      "different: Delivery deployed 1.2.0 to 'production', but 1.1.0 runs.",
    );
    expect(
      judge(['r.example/web:1.2.0', 'r.example/web:1.1.0'], {
        version: '1.2.0',
      }),
    ).toMatch(/^different/);
    expect(
      judge([`web@sha256:${'cd'.repeat(32)}`], {
        artifactId: `pkg:oci/web@${digest}`,
      }),
    ).toMatch(/^different/);
    expect(
      judge(
        ['r.example/web:1.2.0'],
        { version: '1.2.0' },
        { isRunning: false },
      ),
    ).toBe("different: Delivery says it is gone from 'production'.");
  });

  describe('of a digest', () => {
    const other = `sha256:${'cd'.repeat(32)}`;
    const artifactId = `pkg:oci/web@${digest.replace(':', '%3A')}`;
    const same = "same: Runs what was deployed to 'production'.";
    const notComparable =
      "unknown: Its image and the deployment to 'production' are not both named by tag or both by digest, so they cannot be compared.";

    it('goes by the tag where no digest of the image is known', () => {
      const release = { version: '1.4.0', artifactId };
      expect(judge(['r.example/web:1.4.0'], release)).toBe(same);
      expect(judge(['r.example/web:1.3.0'], release)).toBe(
        "different: Delivery deployed 1.4.0 to 'production', but 1.3.0 runs.",
      );
      expect(
        judge(['r.example/web:main-1f3c5a79'], { artifactId, commit }),
      ).toBe(same);
      expect(
        judge(['r.example/web:main-2a4b6c8d'], { artifactId, commit }),
      ).toMatch(/^different/);
    });

    it('goes by all digests that run', () => {
      const running = (...runningDigests: string[]) =>
        judge(
          ['r.example/web:main'],
          { version: 'main', artifactId },
          { runningDigests },
        );
      expect(running(digest)).toBe(same);
      expect(running(digest, other)).toMatch(/^different/);
      expect(running(other)).toMatch(/^different/);
    });

    it('does not know where one has a tag and the other a digest', () => {
      const byDigest = { version: digest, artifactId };
      expect(judge(['r.example/web:1.4.0'], byDigest)).toBe(notComparable);
      expect(judge(['r.example/web:main'], { ...byDigest, commit })).toBe(
        notComparable,
      );
      expect(judge([`r.example/web@${digest}`], { version: '1.4.0' })).toBe(
        notComparable,
      );
    });
  });

  it('compares with the service that a workload is', () => {
    const services = [
      { service: 'acme/web', version: '1.2.0' },
      { service: 'worker', version: '7' },
      {
        service: 'shop-mailer',
        version: '3',
        artifactId: 'pkg:oci/mailer@3',
      },
    ];
    const same = "same: Runs what was deployed to 'production'.";
    const different = (version: string, found: string) =>
      `different: Delivery deployed ${version} to 'production', but ${found} runs.`;
    expect(judge(['r.example/web:1.2.0'], services)).toBe(same);
    expect(judge(['r.example/worker:7'], services)).toBe(same);
    expect(judge(['r.example/worker:1.2.0'], services)).toBe(
      different('7', '1.2.0'),
    );
    expect(judge(['r.example/mailer:2'], services)).toBe(different('3', '2'));
    // By what runs, whatever the image is called; else nothing tells.
    expect(judge(['r.example/jobs:7'], services)).toBe(same);
    expect(judge(['r.example/jobs:8'], services)).toBe(
      'unknown: None of its images is one that delivery deploys.',
    );
  });

  it('says why it does not know', () => {
    const images = ['r.example/web:1.2.0'];
    expect(judge(images, { version: '1.2.0' }, { environment: '' })).toBe(
      'unknown: Which environment this is, is not configured.',
    );
    expect(judge(images, 'unavailable')).toBe(
      'unknown: Delivery does not answer at present.',
    );
    expect(judge(images, undefined)).toBe(
      "unknown: Delivery knows no deployment to 'production'.",
    );
    expect(judge(['valkey:8'], { version: '1.2.0' })).toBe(
      'unknown: None of its images is one that delivery deploys.',
    );
    expect(judge(images, { version: '1.2.0' }, { podCount: 0 })).toBe(
      'unknown: No pod runs.',
    );
  });
});
