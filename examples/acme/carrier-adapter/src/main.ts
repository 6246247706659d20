import { CarrierHttp } from './CarrierHttp.js';
import { Kurier24 } from './carriers/Kurier24.js';
import { Northpost } from './carriers/Northpost.js';
import { SwiftParcel } from './carriers/SwiftParcel.js';
import { createServer } from './createServer.js';

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is missing`);
  }
  return value;
}

const swiftParcelLogin = Buffer.from(
  `acme:${required('SWIFTPARCEL_PASSWORD')}`,
).toString('base64');

const server = createServer({
  carriers: [
    new Northpost(
      new CarrierHttp({
        carrier: 'northpost',
        baseUrl: required('NORTHPOST_URL'),
        headers: { 'x-api-key': required('NORTHPOST_API_KEY') },
      }),
    ),
    new SwiftParcel(
      new CarrierHttp({
        carrier: 'swiftparcel',
        baseUrl: required('SWIFTPARCEL_URL'),
        headers: { authorization: `Basic ${swiftParcelLogin}` },
      }),
    ),
    new Kurier24(
      new CarrierHttp({
        carrier: 'kurier24',
        baseUrl: required('KURIER24_URL'),
        headers: { authorization: `Bearer ${required('KURIER24_TOKEN')}` },
      }),
    ),
  ],
  isLogging: true,
});

process.once('SIGTERM', () => void server.close());
await server.listen({ host: '0.0.0.0', port: Number(required('PORT')) });
