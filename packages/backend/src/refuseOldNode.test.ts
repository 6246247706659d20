import { refuseOldNode } from './refuseOldNode';

describe('refuseOldNode', () => {
  it.each(['18.20.8', '20.20.2', '22.21.0', '23.11.1'])(
    'refuses %s',
    version => {
      expect(() => refuseOldNode(version)).toThrow(
        `The portal needs Node 24 or newer, and this is Node ${version}`,
      );
    },
  );

  it.each(['24.0.0', '24.22.3', '26.1.0', '100.0.0'])('takes %s', version => {
    expect(() => refuseOldNode(version)).not.toThrow();
  });
});
