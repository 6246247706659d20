import { locateInSlo } from '../../../form/putSlo';
import type { OpenSloProblem } from '@atrium/plugin-slo-common';
import type { SloForm } from '../../../form/sloForm';
import { t } from '../../../translation';
import { fieldsOfMeasure, queryPath } from './measureQueries';
import { describeSource, type SourceContext } from './sourceFields';

/** What is valid OpenSLO, and what its source would refuse all the same. */
export function missingFields(
  form: SloForm,
  { context, text }: { context: SourceContext; text: string },
): OpenSloProblem[] {
  const { measure, name } = form;
  const { shared, own } = fieldsOfMeasure(
    measure,
    describeSource(context, measure),
  );
  return [...shared, ...own].flatMap(({ field, queries }) =>
    queries
      .filter(({ spec }) => field.isRequired && !spec[field.name])
      .map(({ part }) => {
        const path = [...queryPath(part), field.name];
        const written = path.join('.');
        return {
          path: written,
          message: t('missingFields.isRequired', { written }),
          sloName: name,
          ...locateInSlo(text, name, path),
        };
      }),
  );
}
