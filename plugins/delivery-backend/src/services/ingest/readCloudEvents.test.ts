import { readCloudEvents } from './readCloudEvents';

const body = Buffer.from('{"subject":{"id":"x"}}');

const binary = {
  'content-type': 'application/cdevents+json; charset=utf-8',
  'ce-specversion': '1.0',
  'ce-id': 'a%20b',
  'ce-source': '/ci/%E2%82%AC',
  'ce-type': '100%',
};

describe('readCloudEvents', () => {
  it('decodes headers of binary mode, and takes the data from the body only', () => {
    expect(
      readCloudEvents(
        { ...binary, 'ce-data': 'forged', 'ce-datacontenttype': 'text/plain' },
        body,
      ),
    ).toEqual({
      mode: 'binary',
      events: [
        {
          specversion: '1.0',
          id: 'a b',
          source: '/ci/€',
          // Not everything with a percent sign is encoded.
          type: '100%',
          datacontenttype: 'application/cdevents+json; charset=utf-8',
          data: { subject: { id: 'x' } },
        },
      ],
    });
  });

  it.each([
    'application/cloudevents+json',
    'application/cloudevents+json;charset=UTF-8',
    'Application/CloudEvents+JSON; charset=utf-8',
  ])('reads %s as one event', contentType => {
    expect(
      readCloudEvents({ ...binary, 'content-type': contentType }, body),
    ).toEqual({ mode: 'structured', events: [{ subject: { id: 'x' } }] });
  });
});
