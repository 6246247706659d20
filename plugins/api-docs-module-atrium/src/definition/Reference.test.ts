import { t } from '../translation';
import { readGraphqlReference } from './graphql/readGraphqlReference';
import { readProtobufReference } from './protobuf/readProtobufReference';

jest.mock('../translation', () => ({ t: jest.fn() }));

describe('Reference', () => {
  beforeEach(() => {
    jest.mocked(t).mockImplementation(() => {
      throw new Error('The texts are still on their way');
    });
  });

  it.each([
    ['GraphQL', readGraphqlReference, 'type Query { a: ID }'],
    ['protobuf', readProtobufReference, 'syntax = "proto3"; message A {}'],
  ])('is read from %s before texts are there', (_, read, definition) => {
    expect(read(definition).ok).toBe(true);
  });
});
