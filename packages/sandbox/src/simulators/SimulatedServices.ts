import { serviceProfiles } from './serviceProfiles.ts';
import { SimulatedService } from './SimulatedService.ts';
import { TrafficModel } from './TrafficModel.ts';
import type { Troubles } from './Troubles.ts';

/** The services that show metrics, by the name of their repository. */
export class SimulatedServices {
  readonly #services: ReadonlyMap<string, SimulatedService>;

  constructor(
    troubles: Pick<Troubles, 'faultsOf' | 'restartsOf' | 'onChange'>,
  ) {
    this.#services = new Map(
      serviceProfiles.map(profile => {
        const { name, metrics } = profile;
        const faults = () => troubles.faultsOf(name, metrics.failed);
        const model = new TrafficModel(profile, faults());
        troubles.onChange(() => model.setFaults(faults()));
        return [
          name,
          new SimulatedService(model, () => troubles.restartsOf(name)),
        ];
      }),
    );
  }

  get names(): string[] {
    return [...this.#services.keys()];
  }

  get(name: string): SimulatedService | undefined {
    return this.#services.get(name);
  }
}
