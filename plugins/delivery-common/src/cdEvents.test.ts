import { parseCdEventType } from './cdEventType';
import { cdEventContentSchemas } from './cdEventContents';
import { cdEventDataSchema, cloudEventSchema } from './cloudEvent';
import { createCdEvent } from './createCdEvent';

describe('parseCdEventType', () => {
  it('reads the types of any version', () => {
    expect(
      parseCdEventType('dev.cdevents.pipelinerun.finished.0.3.0-draft'),
    ).toEqual({
      subject: 'pipelinerun',
      predicate: 'finished',
      version: '0.3.0-draft',
      name: 'pipelinerun.finished',
    });
    expect(parseCdEventType('dev.cdevents.taskrun.started')).toMatchObject({
      name: 'taskrun.started',
      version: undefined,
    });
  });

  it('knows CDEvents that delivery does nothing with from other events', () => {
    expect(
      parseCdEventType('dev.cdevents.testsuiterun.queued.0.2.0'),
    ).toMatchObject({ subject: 'testsuiterun', name: undefined });
    expect(
      parseCdEventType('dev.cdevents.constructor.name.0.1.0')?.name,
    ).toBeUndefined();
    expect(parseCdEventType('com.github.push')).toBeUndefined();
  });
});

describe('createCdEvent', () => {
  it('writes what the schemas read', () => {
    const event = createCdEvent({
      name: 'pipelinerun.finished',
      id: 'build/118/finished',
      source: 'https://ci.acme.example',
      time: '2026-11-25T10:04:31Z',
      subjectId: 'build/118',
      content: { pipelineName: 'build', outcome: 'success' },
      atrium: { entityRef: 'component:default/payment-service' },
    });
    expect(cloudEventSchema.parse(event)).toMatchObject({
      specversion: '1.0',
      type: 'dev.cdevents.pipelinerun.finished.0.2.0',
      subject: 'build/118',
    });
    const data = cdEventDataSchema.parse(event.data);
    expect(data).toMatchObject({
      subject: { id: 'build/118', type: 'pipelinerun' },
      customData: {
        atrium: { entityRef: 'component:default/payment-service' },
      },
    });
    expect(
      cdEventContentSchemas['pipelinerun.finished'].parse(data.subject.content),
    ).toEqual({ pipelineName: 'build', outcome: 'success' });
  });
});

describe('cdEventContentSchemas', () => {
  it('takes the examples of the specification', () => {
    expect(
      cdEventContentSchemas['taskrun.finished'].parse({
        taskName: 'myTask',
        url: 'https://www.example.com/mySubject123',
        pipelineRun: { id: 'mySubject123' },
        outcome: 'failure',
        errors: 'Something went wrong\nWith some more details',
      }),
    ).toMatchObject({ taskName: 'myTask', outcome: 'failure' });
    expect(
      cdEventContentSchemas['incident.resolved'].parse({
        description: 'Response time restored below 100ms',
        environment: { id: 'prod1', source: '/iaas/geo1' },
        service: { id: 'myApp', source: '/clusterA/namespaceB' },
        artifactId: 'pkg:oci/myapp@sha256%3A0b31b1c02ff458ad',
      }),
    ).toMatchObject({ environment: { id: 'prod1' } });
    expect(
      cdEventContentSchemas['ticket.created'].parse({
        summary: 'New CVE-123 detected',
        ticketType: 'task',
        group: 'security',
        creator: 'Alice',
        assignees: ['Bob'],
        priority: 'high',
        labels: ['bug'],
        milestone: '123',
        uri: 'https://example.issues.com/ticket123',
      }),
    ).toMatchObject({ group: 'security', labels: ['bug'] });
  });

  it('takes every spelling of a cancelled run, and no other outcome', () => {
    const { 'pipelinerun.finished': schema } = cdEventContentSchemas;
    for (const outcome of ['cancel', 'canceled', 'cancelled']) {
      expect(schema.parse({ outcome })).toEqual({ outcome: 'cancelled' });
    }
    expect(schema.parse({})).toEqual({});
    expect(schema.safeParse({ outcome: 'great' }).success).toBe(false);
  });
});
