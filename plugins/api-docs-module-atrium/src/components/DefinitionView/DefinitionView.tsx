import { lazy, type ReactNode, Suspense } from 'react';
import {
  definitionFormat,
  sourceLanguage,
} from '../../definition/definitionFormat';
import type { DefinitionProblem } from '@atrium/api-definitions';
import { InvalidDefinition } from './InvalidDefinition';
import { LoadingState } from '@atrium/ui';

// Each brings a parser and a renderer of its own, so each is loaded by itself.
const OpenApiView = lazy(() =>
  import('../OpenApiView/OpenApiView').then(m => ({ default: m.OpenApiView })),
);
const AsyncApiView = lazy(() =>
  import('../AsyncApiView/AsyncApiView').then(m => ({
    default: m.AsyncApiView,
  })),
);
const GraphqlView = lazy(() =>
  import('../ReferenceView/GraphqlView').then(m => ({
    default: m.GraphqlView,
  })),
);
const ProtobufView = lazy(() =>
  import('../ReferenceView/ProtobufView').then(m => ({
    default: m.ProtobufView,
  })),
);
const SourceView = lazy(() =>
  import('../SourceView/SourceView').then(m => ({ default: m.SourceView })),
);

/** Props of {@link DefinitionView}. */
export interface DefinitionViewProps {
  /** `spec.type` of the API entity. */
  type: string;
  definition: string;
  /** Shown below the problem of a definition that cannot be read. */
  fallback?: ReactNode;
  /** Opens the source at a line, where there is one to open. */
  onShowSource?(line: number): void;
}

/** An API definition, drawn for reading. */
export function DefinitionView(props: DefinitionViewProps) {
  const { type, definition, fallback, onShowSource } = props;
  const content = {
    definition,
    onShowSource,
    renderProblem: (problem: DefinitionProblem) => (
      <>
        <InvalidDefinition definition={definition} problem={problem} />
        {fallback}
      </>
    ),
  };
  return (
    <Suspense fallback={<LoadingState height={320} />}>
      {contentFor(type, content)}
    </Suspense>
  );
}

function contentFor(
  type: string,
  content: Parameters<typeof OpenApiView>[0],
): ReactNode {
  const format = definitionFormat(type);
  switch (format.type) {
    case 'openapi':
      return <OpenApiView {...content} />;
    case 'asyncapi':
      return <AsyncApiView {...content} />;
    case 'graphql':
      return <GraphqlView {...content} />;
    case 'grpc':
      return <ProtobufView {...content} />;
    default:
      return (
        <SourceView
          text={content.definition}
          language={sourceLanguage(format, content.definition)}
        />
      );
  }
}
