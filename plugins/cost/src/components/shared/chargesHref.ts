/** Which charges are meant, as it stands in the address of their page. */
export interface ChargesScope {
  entityRef?: string;
  from?: string;
  to?: string;
  resourceId?: string;
  isUnallocated?: boolean;
  provider?: string[];
  subAccount?: string[];
  service?: string[];
  serviceCategory?: string[];
  region?: string[];
  chargeCategory?: string[];
}

/** The address of the page of charges, for some of them. */
export function chargesHref(page: string, scope: ChargesScope): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(scope)) {
    for (const item of [value ?? []].flat()) {
      params.append(name, String(item));
    }
  }
  return params.size > 0 ? `${page}?${params}` : page;
}
