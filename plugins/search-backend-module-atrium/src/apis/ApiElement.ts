/** One thing in the definition of an API that people look for. */
export interface ApiElement {
  element:
    | 'operation'
    | 'webhook'
    | 'schema'
    | 'channel'
    | 'message'
    | 'method'
    | 'type';
  /** `POST /refunds` */
  title: string;
  /** What else it is called. */
  names: string[];
  /** What is said about it, one piece each. */
  texts: (string | undefined)[];
  /** Names of its parameters and properties. */
  fields: string[];
  /** `POST`, `SEND`, `MUTATION` */
  method?: string;
  /** `/refunds` */
  path?: string;
  isDeprecated?: boolean;
  /** What the page of the definition calls it in its address. */
  anchor?: string;
}
