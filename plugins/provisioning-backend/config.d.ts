export interface Config {
  provisioning?: {};
}
