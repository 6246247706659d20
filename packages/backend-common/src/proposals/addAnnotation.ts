import {
  editAnnotation,
  type EntityAnnotation,
  readAnnotation,
} from './editAnnotation';

/** What to add, and to which entity of the file. */
export interface AddAnnotationOptions extends EntityAnnotation {
  /** Added to what the annotation names already, behind a comma. */
  value: string;
}

/**
 * Adds a value to an annotation of an entity in the text of its
 * `catalog-info.yaml`; everything else stays byte for byte.
 *
 * @returns nothing where the file does not have the entity.
 */
export function addAnnotation(
  text: string,
  { value, ...annotation }: AddAnnotationOptions,
): string | undefined {
  const named = (readAnnotation(text, annotation)?.value ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '');
  return editAnnotation(
    text,
    annotation,
    [...new Set([...named, value])].join(', '),
  );
}
