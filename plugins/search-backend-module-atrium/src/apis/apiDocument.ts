import type { ApiEntity } from '@backstage/catalog-model';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { EntityFields } from '../entities/entityFields';
import { entityFields } from '../entities/entityFields';
import type { ApiElement } from './ApiElement';

/** A description longer than this is a page of documentation. */
const MAX_TEXT_LENGTH = 4_000;

/** An element of an API definition as it is found. */
export interface ApiDefinitionDocument extends IndexableDocument, EntityFields {
  names: string[];
  element: ApiElement['element'];
  method?: string;
  path?: string;
  deprecated?: boolean;
  /** Always `API`, so that a filter by kind finds it with its API. */
  kind: string;
  namespace: string;
  name: string;
  apiRef: string;
  apiTitle: string;
  apiType: string;
  lifecycle: string;
  owner: string;
}

/** The document of an element; the API decides who may see it. */
export function apiDocument(
  entity: ApiEntity,
  element: ApiElement,
): ApiDefinitionDocument {
  const { metadata, spec } = entity;
  const namespace = metadata.namespace ?? DEFAULT_NAMESPACE;
  const apiRef = stringifyEntityRef(entity);
  return {
    title: element.title,
    text: readText(element),
    location: readLocation(namespace, metadata.name, element.anchor),
    names: element.names,
    element: element.element,
    method: element.method,
    path: element.path,
    deprecated: element.isDeprecated || undefined,
    kind: entity.kind,
    namespace,
    name: metadata.name,
    apiRef,
    apiTitle: metadata.title ?? metadata.name,
    apiType: spec.type,
    lifecycle: spec.lifecycle,
    owner: spec.owner,
    ...entityFields(entity),
    authorization: { resourceRef: apiRef },
  };
}

function readText({ texts, fields }: ApiElement): string {
  const distinct = new Set(texts.filter(text => text !== undefined));
  return [...distinct, fields.join(', ')]
    .filter(text => text !== '')
    .join(' · ')
    .slice(0, MAX_TEXT_LENGTH);
}

/** The page of the definition, opened at the element. */
function readLocation(
  namespace: string,
  name: string,
  anchor: string | undefined,
): string {
  const page = ['/catalog', namespace, 'api', name, 'definition']
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/')
    .toLocaleLowerCase('en-US');
  return anchor === undefined ? page : `${page}#${encodeURIComponent(anchor)}`;
}
