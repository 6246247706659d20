/** An entity and what people call it. */
export interface NamedEntity {
  entityRef: string;
  title: string;
}

/** One API as the browser lists it. */
export interface ApiRow {
  /** The entity ref. */
  id: string;
  name: string;
  title: string;
  description: string;
  tags: string[];
  /** `spec.type`, lower-cased. */
  type: string;
  /** `OpenAPI`, `gRPC`. */
  typeTitle: string;
  lifecycle: string;
  system?: NamedEntity;
  owner?: NamedEntity;
  providers: NamedEntity[];
  consumerCount: number;
}
