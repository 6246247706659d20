import { useTemplates } from '../templates/useTemplates';

/** One template with how often it is used; the list has it mostly. */
export function useTemplate(templateRef: string) {
  const { data } = useTemplates();
  return data?.find(({ entityRef }) => entityRef === templateRef);
}
