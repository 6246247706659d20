import type { Request, Response } from 'express';
import { sendPlainToItself } from './sendPlainToItself';

describe('sendPlainToItself', () => {
  it.each([
    ['127.0.0.1', 'node', undefined],
    ['::ffff:127.0.0.1', 'node', undefined],
    [
      '::1',
      'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
      undefined,
    ],
    ['127.0.0.1', 'Mozilla/5.0 (X11; Linux x86_64)', 'gzip'],
    ['127.0.0.1', 'nodeping/2', 'gzip'],
    ['127.0.0.1', undefined, 'gzip'],
    ['10.127.0.1', 'node', 'gzip'],
    [undefined, 'node', 'gzip'],
  ])('from %p by %p accepts %p', (remoteAddress, userAgent, accepted) => {
    const headers = { 'user-agent': userAgent, 'accept-encoding': 'gzip' };
    const next = jest.fn();
    sendPlainToItself()(
      { headers, socket: { remoteAddress } } as unknown as Request,
      {} as Response,
      next,
    );
    expect(headers['accept-encoding']).toBe(accepted);
    expect(next).toHaveBeenCalledWith();
  });
});
