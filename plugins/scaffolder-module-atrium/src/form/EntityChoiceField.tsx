import { type KeyboardEvent, useState } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Combobox } from '@backstage/ui';
import { useEntityTitles } from '@atrium/ui';
import {
  type EntityChoice,
  entityChoiceOptionsSchema,
  useEntityChoices,
} from './useEntityChoices';
import { requiredHint } from './widgets/WidgetProps';

/** Props of {@link EntityChoiceField}. */
export interface EntityChoiceFieldProps
  extends FieldExtensionComponentProps<unknown, unknown> {
  /** The kinds that are offered where the template names none. */
  kinds?: string[];
}

/**
 * Chooses an entity that is there, by its title.
 *
 * @remarks In place of the stock picker, which writes the title of what was
 * chosen into the field a moment later: its list opens again by that, and hides
 * the rest of the form from screen readers.
 */
export function EntityChoiceField(props: EntityChoiceFieldProps) {
  const { disabled, errors, formData, idSchema, kinds, onBlur } = props;
  const { onChange, rawErrors = [], required, schema, uiSchema } = props;
  const chosenRef = typeof formData === 'string' ? formData : undefined;
  const options = entityChoiceOptionsSchema.safeParse(uiSchema['ui:options']);
  const [text, setText] = useState('');
  const { data: items = [], isFetching } = useEntityChoices(
    { allowedKinds: kinds, ...options.data },
    text,
  );
  const titles = useEntityTitles(chosenRef ? [chosenRef] : []);
  // The form answers a moment later: a field that shows it only then opens its
  // list again, since what it shows has changed while somebody is in it.
  const [chosen, setChosen] = useState<EntityChoice | null>();
  // On a slow machine the list opens again as it closes after a choice, by the
  // focus that comes back to the field: each choice begins with a closed list.
  const [choices, setChoices] = useState(0);
  const answered = chosenRef
    ? { id: chosenRef, label: titles.get(chosenRef) ?? chosenRef }
    : null;
  const choose = (choice: EntityChoice | null) => {
    setChosen(choice && { id: choice.id, label: choice.label });
    onChange(choice?.id);
  };
  const closeList = () => setChoices(count => count + 1);
  // Before the stock field sees the key: it empties itself where its own record
  // of what is pointed at is behind what is drawn, and where nobody pointed.
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Tab') {
      return;
    }
    const choice = findPointedAt(items, event.target) ?? findNamed(items, text);
    if (choice) {
      event.stopPropagation();
      choose(choice);
      if (event.key === 'Enter') {
        event.preventDefault();
        closeList();
      }
    }
  };
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema['ui:description'] ?? schema.description}
      required={required}
      disabled={disabled}
      errors={errors}
    >
      <div onKeyDownCapture={chooseByKey}>
        <Combobox
          key={choices}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the focus was here before
          autoFocus={choices > 0}
          menuTrigger={choices > 0 ? 'input' : 'focus'}
          id={idSchema?.$id}
          label={schema.title}
          isRequired={required}
          secondaryLabel={requiredHint(required)}
          isDisabled={disabled || uiSchema['ui:disabled']}
          isInvalid={rawErrors.length > 0}
          options={{
            items: items.filter(choice => fits(choice, text)),
            filterText: text,
            setFilterText: setText,
            loadingState: isFetching ? 'filtering' : 'idle',
            loadMore: () => {},
          }}
          search={{ mode: 'server' }}
          value={chosen === undefined ? answered : chosen}
          onChange={choice => {
            choose(choice);
            if (choice) {
              closeList();
            }
          }}
          onBlur={() => onBlur(idSchema?.$id ?? '', formData)}
        />
      </div>
    </ScaffolderField>
  );
}

/** What was offered before is not offered for what is typed since. */
function fits({ id, label }: EntityChoice, text: string): boolean {
  return `${label} ${id}`
    .toLocaleLowerCase('en')
    .includes(text.toLocaleLowerCase('en'));
}

/** The choice that is highlighted in the list. */
function findPointedAt(
  choices: EntityChoice[],
  target: EventTarget,
): EntityChoice | undefined {
  const optionId =
    target instanceof Element && target.getAttribute('aria-activedescendant');
  const key = optionId && document.getElementById(optionId)?.dataset.key;
  return choices.find(({ id }) => id === key);
}

/** The choice that was typed out: the stock field throws away what nobody pointed at. */
function findNamed(
  choices: EntityChoice[],
  text: string,
): EntityChoice | undefined {
  const typed = text.trim().toLocaleLowerCase('en');
  const named = choices.filter(({ id, label }) =>
    [label, id].some(name => name.toLocaleLowerCase('en') === typed),
  );
  return named.length === 1 ? named[0] : undefined;
}
