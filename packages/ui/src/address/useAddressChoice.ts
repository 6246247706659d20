import { useAppSearchParams } from '@backstage/frontend-plugin-api';

/**
 * Keeps which one of several tabs or views is shown in the address of the page.
 *
 * @param name - of the parameter
 * @param choices - the first is shown while the address names none of them
 */
export function useAddressChoice<Choice extends { id: string }>(
  name: string,
  choices: readonly Choice[],
) {
  const [params, setParams] = useAppSearchParams();
  const chosen =
    choices.find(({ id }) => id === params.get(name)) ?? choices[0];
  const choose = (id: unknown) =>
    setParams(
      before => {
        before.set(name, String(id));
        return before;
      },
      { replace: true },
    );
  return [chosen, choose] as const;
}
