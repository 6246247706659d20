import { useCallback, useRef } from 'react';
import SwaggerUI from 'swagger-ui-react';
import 'swagger-ui-react/swagger-ui.css';
import type { JsonObject } from '../../definition/JsonObject';
import {
  METHODS,
  type OpenApiOperation,
} from '../../definition/openapi/readOpenApiDocument';
import { useRevealed } from '../../hooks/useRevealed';
import { useAccessible } from './useAccessible';
import { readingOnly } from './readingOnly';
import styles from './SwaggerPane.module.css';
import schemaStyles from './SwaggerSchemas.module.css';

/** Props of {@link SwaggerPane}. */
export interface SwaggerPaneProps {
  spec: JsonObject;
  /** Opened and scrolled to. */
  chosen?: OpenApiOperation;
  /** Whether a schema is shown, which is opened. */
  isSchema: boolean;
  /** Whether the API is shown as a whole, with its schemas below. */
  isWhole: boolean;
  isTryItEnabled: boolean;
  /** Whether a request may be sent to an address. */
  isAllowed(url: string): boolean;
}

/** Swagger UI in our colours. */
export function SwaggerPane(props: SwaggerPaneProps) {
  const { spec, chosen, isSchema, isWhole } = props;
  const { isTryItEnabled, isAllowed } = props;
  const container = useRef<HTMLDivElement>(null);
  const reveal = useCallback(
    (element: HTMLElement) =>
      chosen
        ? revealOperation(element, chosen, isWhole)
        : revealSchema(element),
    [chosen, isWhole],
  );
  useRevealed(container, chosen || isSchema ? reveal : undefined);
  useAccessible(container);

  return (
    <div
      ref={container}
      className={`${styles.swagger} ${schemaStyles.schemas}`}
    >
      <SwaggerUI
        spec={spec}
        docExpansion={isWhole ? 'list' : 'full'}
        defaultModelsExpandDepth={modelsDepth(spec, isWhole)}
        defaultModelExpandDepth={2}
        defaultModelRendering="model"
        supportedSubmitMethods={isTryItEnabled ? [...METHODS] : []}
        plugins={isTryItEnabled ? [] : [readingOnly]}
        requestInterceptor={request => {
          // References to other documents come through here, too.
          if (!isAllowed(request.url)) {
            throw new Error(
              `The portal may not send requests to ${request.url}`,
            );
          }
          return request;
        }}
      />
    </div>
  );
}

/** -1 hides the list of schemas, which stands in the outline. */
function modelsDepth(spec: JsonObject, isWhole: boolean): number {
  const hasPaths = Object.keys(spec.paths ?? {}).length > 0;
  if (isWhole) {
    return 0;
  }
  return hasPaths || spec.webhooks ? -1 : 2;
}

/** Swagger UI offers no way to open an operation from outside. */
function revealOperation(
  container: HTMLElement,
  { method, path }: OpenApiOperation,
  isWhole: boolean,
): boolean {
  const block = [
    ...container.querySelectorAll<HTMLElement>(`.opblock-${method}`),
  ].find(
    element =>
      element.querySelector<HTMLElement>('.opblock-summary-path')?.dataset
        .path === path,
  );
  if (!block) {
    return false;
  }
  const control = block.querySelector<HTMLElement>('.opblock-summary-control');
  if (control?.getAttribute('aria-expanded') === 'false') {
    control.click();
  }
  if (isWhole) {
    block.scrollIntoView({ block: 'start' });
  }
  return true;
}

/** Those of OpenAPI 3.1 are open; older ones have a button. */
function revealSchema(container: HTMLElement): boolean {
  const control = container.querySelector<HTMLElement>(
    '.models .model-container .model-box-control',
  );
  if (control?.getAttribute('aria-expanded') === 'false') {
    control.click();
  }
  return (
    control !== null || container.querySelector('.json-schema-2020-12') !== null
  );
}
