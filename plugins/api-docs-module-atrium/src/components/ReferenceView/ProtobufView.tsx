import { useMemo } from 'react';
import { readProtobufReference } from '../../definition/protobuf/readProtobufReference';
import type { DefinitionContentProps } from '../DefinitionView/DefinitionContentProps';
import { ReferenceView } from './ReferenceView';

/** A gRPC API: services, methods and messages of its `.proto` file. */
export function ProtobufView(props: DefinitionContentProps) {
  const { definition, renderProblem, onShowSource } = props;
  const read = useMemo(() => readProtobufReference(definition), [definition]);
  return read.ok ? (
    <ReferenceView reference={read.value} onShowSource={onShowSource} />
  ) : (
    <>{renderProblem(read.problem)}</>
  );
}
