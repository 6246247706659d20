import type {
  ApiChange,
  ApiDiff,
  ApiVersion,
} from '@atrium/plugin-api-history-common';

/** The first version of an API. */
export const firstVersion: ApiVersion = {
  id: '0f5f0a0e-6f4e-4d0e-9a53-3ab3b0b6a001',
  entityRef: 'api:default/payment-api',
  number: 1,
  version: '1.8.0',
  type: 'openapi',
  createdAt: '2026-11-20T12:00:00.000Z',
  sizeBytes: 12_000,
  hasDefinition: true,
  isValid: true,
};

/** A version that broke something. */
export const breakingVersion: ApiVersion = {
  ...firstVersion,
  id: '0f5f0a0e-6f4e-4d0e-9a53-3ab3b0b6a002',
  number: 2,
  version: '2.0.0',
  createdAt: '2026-11-24T12:00:00.000Z',
  commit: {
    id: '4f2d8c6b9a01e3d5',
    url: 'https://git.acme.example/acme/payment-service/commit/4f2d8c6b9a01e3d5',
  },
  comparedTo: 1,
  counts: { breaking: 2, risky: 0, compatible: 1 },
};

/** A version that nobody can read. */
export const invalidVersion: ApiVersion = {
  ...firstVersion,
  id: '0f5f0a0e-6f4e-4d0e-9a53-3ab3b0b6a003',
  number: 3,
  version: undefined,
  createdAt: '2026-11-25T12:00:00.000Z',
  isValid: false,
  error: { message: 'bad indentation of a mapping entry', line: 12 },
};

/** A change that breaks an operation. */
export const removedOperation: ApiChange = {
  severity: 'breaking',
  rule: 'operation-removed',
  locations: ['POST /payments/{id}/cancel'],
  totalLocations: 1,
  message: 'The operation was removed.',
};

/** What changed between the first two versions. */
export const sampleDiff: ApiDiff = {
  entityRef: 'api:default/payment-api',
  from: firstVersion,
  to: breakingVersion,
  isSemantic: true,
  counts: { breaking: 2, risky: 0, compatible: 1 },
  changes: [
    removedOperation,
    {
      severity: 'breaking',
      rule: 'request-property-required',
      locations: ['POST /refunds'],
      totalLocations: 1,
      path: 'request body › Refund.reason',
      message: 'The field became required.',
      before: 'optional',
      after: 'required',
    },
    {
      severity: 'compatible',
      rule: 'response-property-added',
      locations: ['POST /refunds'],
      totalLocations: 1,
      message: 'The field "state" was added.',
    },
  ],
  isTruncated: false,
};
