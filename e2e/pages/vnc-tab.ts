import type { Locator, Page } from 'playwright';

/** The tab of a Local VNC item of this name. */
export function vncTab(page: Page, name: string) {
  const panel = page.getByRole('region', { name: `Local VNC of ${name}` });
  const canvas = panel.getByRole('application');
  return {
    panel,
    tab: page.getByRole('tab', { name }),
    toolbar: panel.getByRole('toolbar', { name: 'Remote screen' }),
    /** The mark of a tab whose connection has ended. */
    overMark: page.getByRole('tab', { name }).locator('[data-over]'),
    status: panel.getByRole('toolbar').getByRole('status'),
    canvas,
    password: panel.getByLabel('Password', { exact: true }),
    connect: panel.getByRole('button', { name: 'Connect', exact: true }),
    tryAgain: panel.getByRole('button', { name: 'Try again' }),
    reconnect: panel.getByRole('button', { name: 'Reconnect' }),
    fullScreen: panel.getByRole('button', { name: 'Full screen', exact: true }),
    leaveFullScreen: panel.getByRole('button', { name: 'Leave full screen' }),
    end: panel.getByRole('button', { name: 'End', exact: true }),
    choice: (choice: string) => panel.getByRole('radio', { name: choice }),
    color: () => colorOf(canvas),
  };
}

/** The colour of a remote screen, aside from where its pointer stands, as `#rrggbb`; null where nothing is drawn yet. */
export async function colorOf(canvas: Locator): Promise<string | null> {
  if ((await canvas.count()) === 0) return null;
  return canvas.evaluate((element: HTMLCanvasElement) => {
    if (element.width === 0) return null;
    const place = [Math.floor(element.width / 8), Math.floor(element.height / 8), 1, 1] as const;
    const pixel = element.getContext('2d')?.getImageData(...place).data ?? [];
    return `#${[...pixel.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
}
