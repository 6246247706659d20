/** The parameter of an address that holds what was searched for. */
export const HIT_PARAMETER = 'h';
