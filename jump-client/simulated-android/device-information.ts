import type { SystemInformation } from '#app/contracts/session-services.ts';
import { formatBytes } from '../session/format-units.ts';
import type { StatisticsReaders } from '../statistics/statistics-readers.ts';
import type { AndroidDevice } from './android-device.ts';

type Options = { device: AndroidDevice; readers: StatisticsReaders; now: () => number };

/** What the tab System Information shows of a device. */
export function createDeviceInformation({ device, readers, now }: Options) {
  const rows = (title: SystemInformation['sections'][number]['title'], values: [string, string][]) => ({
    title,
    columns: ['', ''],
    rows: values,
  });
  return async (): Promise<SystemInformation> => {
    const { charging, batteryPercent, network, jumpClientApp, supportClientApp } = device.state;
    const { totalBytes, usedBytes } = await readers.memory();
    return {
      takenAt: now(),
      sections: [
        rows('computer', [
          ['Host name', await readers.hostname()],
          ['Battery', `${batteryPercent} %${charging ? ', charging' : ''}`],
          ['Network', network === 'wifi' ? 'Wi-Fi' : 'Mobile data'],
          ['Support Client app', supportClientApp],
          ['Jump Client app', jumpClientApp ?? 'not installed'],
        ]),
        rows('operating-system', [['Name', await readers.operatingSystem()]]),
        rows('memory', [
          ['Total', formatBytes(totalBytes)],
          ['Used', formatBytes(usedBytes)],
        ]),
      ],
    };
  };
}
