import { useMemo } from 'react';
import { readGraphqlReference } from '../../definition/graphql/readGraphqlReference';
import type { DefinitionContentProps } from '../DefinitionView/DefinitionContentProps';
import { ReferenceView } from './ReferenceView';

/** A GraphQL API: queries, mutations and types of its schema. */
export function GraphqlView(props: DefinitionContentProps) {
  const { definition, renderProblem, onShowSource } = props;
  const read = useMemo(() => readGraphqlReference(definition), [definition]);
  return read.ok ? (
    <ReferenceView reference={read.value} onShowSource={onShowSource} />
  ) : (
    <>{renderProblem(read.problem)}</>
  );
}
