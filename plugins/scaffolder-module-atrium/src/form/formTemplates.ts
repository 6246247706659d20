import { KeyedField } from './KeyedField';
import { ListField } from './ListField';
import { ObjectField } from './ObjectField';

/** How the form engine lays out lists, objects, and what somebody adds to these. */
export const FORM_TEMPLATES = {
  ArrayFieldTemplate: ListField,
  ObjectFieldTemplate: ObjectField,
  WrapIfAdditionalTemplate: KeyedField,
};
