import { expect } from '../portalTest';
import { PAGES, type View } from './pages';
import { test } from './pictureTest';
import { settle, takePicture } from './takePicture';

const SIZES: Record<View, { width: number; height: number }> = {
  wide: { width: 1400, height: 900 },
  dark: { width: 1400, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
};

for (const { name, path, persona = 'payments-dev', views } of PAGES) {
  test(name, async ({ windows }) => {
    const page = await windows.of(persona);
    await page.setViewportSize(SIZES.wide);
    await page.goto(path);
    for (const view of views) {
      await page.setViewportSize(SIZES[view]);
      await page.emulateMedia({
        colorScheme: view === 'dark' ? 'dark' : 'light',
      });
      await settle(page);
      expect
        .soft(await takePicture(page))
        .toMatchSnapshot(`${name}-${view}.png`, {
          maxDiffPixelRatio: 0.01,
        });
    }
  });
}
