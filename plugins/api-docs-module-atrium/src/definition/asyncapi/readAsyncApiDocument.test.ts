import { lineOfEntry } from './lineOfEntry';
import { readAsyncApiDocument } from './readAsyncApiDocument';

describe('readAsyncApiDocument', () => {
  it('reads version 3', () => {
    expect(
      readAsyncApiDocument(`asyncapi: 3.0.0
info: { title: Orders, version: 1.8.0 }
channels: { orders: {} }
operations: { publishOrders: {} }
components:
  messages: { orderPlaced: {} }
  schemas: { money: {} }
`),
    ).toEqual({
      ok: true,
      value: {
        format: 'AsyncAPI 3.0.0',
        version: '1.8.0',
        channelCount: 1,
        operations: ['publishOrders'],
        messages: ['orderPlaced'],
        schemas: ['money'],
      },
    });
  });

  it('reads version 2, which has operations inside of channels', () => {
    expect(
      readAsyncApiDocument(
        'asyncapi: 2.6.0\nchannels: { orders: { publish: {} } }',
      ),
    ).toMatchObject({
      ok: true,
      value: { format: 'AsyncAPI 2.6.0', operations: ['orders'] },
    });
  });

  it.each([
    ['info: {}\nasyncapi: 1.2.0', 2],
    ['asyncapi: 3.0.0\nchannels: []', 2],
    ['asyncapi: 3.0.0\n\tinfo: {}', 2],
  ])('says where %j is wrong', (text, line) => {
    expect(readAsyncApiDocument(text)).toMatchObject({
      ok: false,
      problem: { line },
    });
  });
});

describe('lineOfEntry', () => {
  const text = `asyncapi: 3.0.0
channels:
  orders:
    messages:
      order placed: {}
operations:
  orders: {}
components:
  messages:
    'order placed': {}
  schemas:
    orders: {}
`;

  it.each([
    ['operation orders', 7],
    ['message order placed', 10],
    ['schema orders', 12],
    ['schema money', undefined],
    ['orders', undefined],
    ['', undefined],
  ])('of %j is %s', (anchor, line) => {
    expect(lineOfEntry(text, anchor)).toBe(line);
  });

  it('is that of the channel in version 2', () => {
    const old = '{\n  "channels": {\n    "user/left": {}\n  }\n}';
    expect(lineOfEntry(old, 'operation user/left')).toBe(3);
  });
});
