import { isRecord, type TextProblem } from '@atrium/common';
import type { ResourceInput } from '@atrium/plugin-provisioning-common';
import type { DefinitionValue } from './definitionEditor';
import { type FieldPath, getField, setField, writePath } from './fieldPath';

/** What every part of the form is given. */
export class DefinitionForm {
  readonly #value: DefinitionValue;
  readonly #problems: readonly TextProblem[];
  readonly #onChange: (value: DefinitionValue) => void;

  constructor(options: {
    value: DefinitionValue;
    /** Those of the definition that are to be shown at their fields. */
    problems: readonly TextProblem[];
    onChange(value: DefinitionValue): void;
  }) {
    this.#value = options.value;
    this.#problems = options.problems;
    this.#onChange = options.onChange;
  }

  get(path: FieldPath): unknown {
    return getField(this.#value, path);
  }

  /** What a text field shows; of what is no text, how it is written. */
  getText(path: FieldPath): string {
    const value = this.get(path) ?? '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  /** What a form by JSON Schema shows. */
  getObject(path: FieldPath): ResourceInput['parameters'] {
    const value = this.get(path);
    return isRecord(value) ? JSON.parse(JSON.stringify(value)) : {};
  }

  /** Undefined leaves the field out. */
  set(path: FieldPath, field: unknown): void {
    this.setAll([[path, field]]);
  }

  setAll(fields: readonly (readonly [FieldPath, unknown])[]): void {
    const changed = fields.reduce<unknown>(
      (value, [path, field]) => setField(value, path, field),
      this.#value,
    );
    if (isRecord(changed)) {
      this.#onChange({
        ...this.#value,
        ...changed,
        metadata: isRecord(changed.metadata) ? changed.metadata : {},
        spec: isRecord(changed.spec) ? changed.spec : {},
      });
    }
  }

  /** What is wrong with a field, worded beside it. */
  problemOf(path: FieldPath): string | undefined {
    const written = writePath(path);
    return this.#problems
      .find(problem => problem.path === written)
      ?.message.replace(written, 'This');
  }

  /** What is wrong below a field, for a form by JSON Schema. */
  violationsOf(path: FieldPath): { field: string; message: string }[] {
    const written = `${writePath(path)}.`;
    return this.#problems
      .filter(problem => problem.path?.startsWith(written))
      .map(({ path: field = '', message }) => ({
        field: `parameters.${field.slice(written.length)}`,
        message: message.replace(field, 'This'),
      }));
  }
}
