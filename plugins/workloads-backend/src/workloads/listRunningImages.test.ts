import type { PodObject } from '../kubernetes/schemas/pods';
import { listRunningImages } from './listRunningImages';

const container = (name: string, image: string) => ({ name, image });

function pod(...containers: ReturnType<typeof container>[]) {
  return {
    metadata: { name: containers.map(({ image }) => image).join() },
    spec: { containers },
    status: {},
  } as unknown as PodObject;
}

const list = (pods: PodObject[]) =>
  listRunningImages(
    { spec: { containers: [container('app', 'pay:2')] } } as Parameters<
      typeof listRunningImages
    >[0],
    pods,
  ).map(({ image, isCurrent, podCount }) => [image, isCurrent, podCount]);

describe('listRunningImages', () => {
  const mesh = container('istio-proxy', 'proxyv2:1.30');

  it('leaves out what a mesh adds to each pod, during a rollout as well', () => {
    const newest = pod(container('app', 'pay:2'), mesh);
    const older = pod(container('app', 'pay:1'), mesh);
    expect(list([newest, newest])).toEqual([['pay:2', true, 2]]);
    expect(list([older, newest])).toEqual([
      ['pay:2', true, 1],
      ['pay:1', false, 1],
    ]);
  });

  it('tells of each digest that runs, as a tag may move', () => {
    const running = (digest?: string) =>
      ({
        ...pod(container('app', 'pay:main')),
        status: {
          containerStatuses: [
            { name: 'app', imageID: digest && `r.example/pay@${digest}` },
          ],
        },
      } as unknown as PodObject);
    const [newer, older] = ['a1', 'b2'].map(hex => `sha256:${hex.repeat(32)}`);

    const images = listRunningImages(
      { spec: { containers: [container('app', 'pay:main')] } } as Parameters<
        typeof listRunningImages
      >[0],
      // The last one is still being pulled.
      [running(newer), running(older), running(older), running()],
    );

    expect(images).toMatchObject([
      { podCount: 4, runningDigests: [newer, older] },
    ]);
  });

  it('tells of a container that left the template until its last pod goes', () => {
    const older = pod(container('app', 'pay:1'), container('log', 'tail:1'));
    expect(list([older, pod(container('app', 'pay:2'))])).toEqual([
      ['pay:2', true, 1],
      ['pay:1', false, 1],
      ['tail:1', false, 1],
    ]);
  });
});
