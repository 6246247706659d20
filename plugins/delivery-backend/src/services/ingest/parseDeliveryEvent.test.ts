import { sampleEvent } from '../../__testUtils__/sampleEvents';
import { parseDeliveryEvent } from './parseDeliveryEvent';

const receivedAt = Date.parse('2026-11-25T12:00:00Z');

const deployed = sampleEvent('service.deployed', '2026-11-25T10:00:00Z', {
  subjectId: 'payment-service',
  content: {
    environment: { id: 'production' },
    artifactId: 'pkg:oci/app@sha256%3A0b31?repository_url=r.example&tag=1.4.0',
  },
});

interface LooseData {
  subject: { id?: string; content: Record<string, unknown> };
  customData?: unknown;
}

function withData(change: (data: LooseData) => void) {
  const event = structuredClone(deployed);
  change(event.data as LooseData);
  return event;
}

describe('parseDeliveryEvent', () => {
  it('reads a deployment', () => {
    const { fact, ...event } = parseDeliveryEvent(deployed, receivedAt);
    expect(event).toMatchObject({
      source: deployed.source,
      id: deployed.id,
      name: 'service.deployed',
      occurredAt: Date.parse('2026-11-25T10:00:00Z'),
    });
    expect(fact).toMatchObject({
      type: 'deployment',
      kind: 'deployed',
      service: 'payment-service',
      environment: 'production',
      version: '1.4.0',
      artifactId: 'pkg:oci/app@sha256%3A0b31',
    });
  });

  it('takes the time of the CDEvent where the CloudEvent has none, else the time of receipt', () => {
    const event = { ...deployed, time: undefined };
    expect(parseDeliveryEvent(event, receivedAt).occurredAt).toBe(
      Date.parse('2026-11-25T10:00:00Z'),
    );
    const timeless = { ...event, data: { subject: { id: 'x' } } };
    expect(
      parseDeliveryEvent(
        { ...timeless, type: 'dev.cdevents.build.queued.0.2.0' },
        receivedAt,
      ).occurredAt,
    ).toBe(receivedAt);
  });

  it.each([
    [
      'pipelinerun.finished.0.3.0',
      {
        pipelineName: 'myPipeline',
        uri: 'https://www.example.com/mySubject123',
        outcome: 'failure',
        errors: 'Something went wrong\nWith some more details',
      },
    ],
    [
      'taskrun.finished.0.3.0',
      {
        taskName: 'myTask',
        uri: 'https://www.example.com/mySubject123',
        pipelineRun: { id: 'mySubject123' },
        outcome: 'failure',
        errors: 'Something went wrong\nWith some more details',
      },
    ],
  ])('reads the page of %s as CDEvents 0.5 writes it', (type, content) => {
    const event = {
      ...deployed,
      type: `dev.cdevents.${type}`,
      data: { subject: { id: 'mySubject123', content } },
    };
    expect(parseDeliveryEvent(event, receivedAt).fact).toMatchObject({
      state: {
        fields: {
          url: 'https://www.example.com/mySubject123',
          outcome: 'failure',
        },
      },
    });
  });

  it('knows an artifact by its package URL without qualifiers, whoever names it', () => {
    const packaged = parseDeliveryEvent(
      {
        ...sampleEvent('artifact.packaged', '2026-11-25T09:00:00Z', {
          subjectId: 'pkg:oci/app@sha256%3A0b31?repository_url=other.example',
          content: {
            change: { id: 'ABC1', source: 'my-git.example/an-org/a-repo' },
          },
        }),
        source: 'https://registry.acme.example',
      },
      receivedAt,
    );
    const { fact } = parseDeliveryEvent(deployed, receivedAt);
    expect(packaged.fact).toMatchObject({
      id: fact?.type === 'deployment' ? fact.artifactKey : undefined,
      state: {
        fields: {
          commit: 'abc1',
          repository: 'my-git.example/an-org/a-repo',
        },
      },
    });
  });

  it('finds the repository that the content of a change names', () => {
    const repositoryOf = (repository: { id: string; source?: string }) => {
      const { fact } = parseDeliveryEvent(
        sampleEvent('change.merged', '2026-11-25T09:00:00Z', {
          subjectId: '7',
          content: { repository },
        }),
        receivedAt,
      );
      return fact?.type === 'observation' && fact.state.fields.repository;
    };
    expect(
      repositoryOf({ id: 'TestOrg/TestRepo', source: 'https://example.org/' }),
    ).toBe('example.org/testorg/testrepo');
    expect(
      repositoryOf({ id: 'TestOrg/TestRepo', source: '/event/source/123' }),
    ).toBe('testorg/testrepo');
  });

  it('keeps an unknown type without reading its data', () => {
    const event = {
      specversion: '1.0',
      id: '1',
      source: '/other',
      type: 'com.example.something',
      data: 'anything',
    };
    const parsed = parseDeliveryEvent(event, receivedAt);
    expect(parsed).toMatchObject({
      name: undefined,
      payload: JSON.stringify(event),
    });
    expect(parsed.fact).toBeUndefined();
  });

  it('takes custom data that is not ours', () => {
    const other = withData(data => {
      data.customData = { metric: 'responseTime', atrium: undefined };
    });
    expect(parseDeliveryEvent(other, receivedAt).fact).toBeDefined();
    const encoded = withData(data => {
      data.customData = 'bm90IG91cnM=';
    });
    expect(parseDeliveryEvent(encoded, receivedAt).fact).toBeDefined();
  });

  it.each([
    ['no object', 'text', /object/],
    ['another version', { ...deployed, specversion: '0.3' }, /'specversion'/],
    ['an empty source', { ...deployed, source: '' }, /'source'/],
    ['a time without zone', { ...deployed, time: '2026-11-25' }, /'time'/],
    ['no data', { ...deployed, data: undefined }, /expected object/],
    ['no subject id', withData(data => delete data.subject.id), /'subject.id'/],
    [
      'no environment',
      withData(data => delete data.subject.content.environment),
      /'environment'/,
    ],
    [
      'nothing that was deployed',
      withData(data => delete data.subject.content.artifactId),
      /'subject.content.artifactId'/,
    ],
    [
      'an entity that is no ref',
      withData(data => {
        data.customData = { atrium: { entityRef: 'payment-service' } };
      }),
      /'customData/,
    ],
    [
      'a name that is too long',
      withData(data => {
        data.subject.id = 'x'.repeat(513);
      }),
      /'subject.id'/,
    ],
    [
      'half a surrogate pair',
      withData(data => {
        data.subject.content.note = '\ud83d';
      }),
      /surrogate/,
    ],
    [
      'a quarter of a megabyte',
      withData(data => {
        data.subject.content.note = 'x'.repeat(256 * 1024);
      }),
      /262144 are allowed/,
    ],
  ])('refuses %s', (_, event, message) => {
    expect(() => parseDeliveryEvent(event, receivedAt)).toThrow(message);
  });

  it('takes text that only looks like what cannot be stored', () => {
    const event = withData(data => {
      data.subject.content.note = 'a \\u0000 in a log, a \\\\ud83d, and 😀';
    });
    expect(parseDeliveryEvent(event, receivedAt).fact).toBeDefined();
  });
});
