import type {
  ProvisioningDriversExtensionPoint,
  ResourceDriver,
} from '@atrium/plugin-provisioning-node';

/** The drivers of this portal, by their ids. */
export class DriverRegistry implements ProvisioningDriversExtensionPoint {
  readonly #drivers = new Map<string, ResourceDriver>();
  #wake: ((resourceId: string) => Promise<void>) | undefined;

  addDriver(driver: ResourceDriver): void {
    const { id } = driver.description;
    if (this.#drivers.has(id)) {
      throw new Error(`There is a driver '${id}' already`);
    }
    this.#drivers.set(id, driver);
  }

  /** Says who looks at resources that drivers wake. */
  onWake(wake: (resourceId: string) => Promise<void>): void {
    this.#wake = wake;
  }

  /** Before there is an engine nobody is asleep: it begins with what is due. */
  async wake(resourceId: string): Promise<void> {
    await this.#wake?.(resourceId);
  }

  get(id: string): ResourceDriver | undefined {
    return this.#drivers.get(id);
  }

  /** All of them, in order of their ids. */
  list(): ResourceDriver[] {
    return [...this.#drivers.values()].sort((one, other) =>
      one.description.id.localeCompare(other.description.id),
    );
  }
}
