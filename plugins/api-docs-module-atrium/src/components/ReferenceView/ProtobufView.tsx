import { useMemo } from 'react';
import { readProtobuf } from '../../definition/protobuf/readProtobuf';
import type { DefinitionContentProps } from '../DefinitionView/DefinitionContentProps';
import { ReferenceView } from './ReferenceView';

/** A gRPC API: services, methods and messages of its `.proto` file. */
export function ProtobufView(props: DefinitionContentProps) {
  const { definition, renderProblem, onShowSource } = props;
  const read = useMemo(() => readProtobuf(definition), [definition]);
  return read.ok ? (
    <ReferenceView reference={read.value} onShowSource={onShowSource} />
  ) : (
    <>{renderProblem(read.problem)}</>
  );
}
