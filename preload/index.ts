import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { ConsoleBridge, ConsoleEventName, ConsoleRequestName } from '#app/contracts/console-api.ts';
import {
  CONSOLE_EVENT_NAMES,
  CONSOLE_REQUEST_NAMES,
  eventChannel,
  PORT_CHANNEL,
  requestChannel,
} from '#app/contracts/console-api-names.ts';

const request = (name: ConsoleRequestName) => (paramsJson: string) =>
  ipcRenderer.invoke(requestChannel(name), paramsJson);

function on(name: ConsoleEventName, listener: (eventJson: string) => void): () => void {
  if (!CONSOLE_EVENT_NAMES.includes(name)) throw new TypeError(`There is no event ${String(name)}.`);
  const forward = (_event: IpcRendererEvent, eventJson: string) => listener(eventJson);
  ipcRenderer.on(eventChannel(name), forward);
  return () => ipcRenderer.off(eventChannel(name), forward);
}

const requests = Object.fromEntries(CONSOLE_REQUEST_NAMES.map((name) => [name, request(name)]));
contextBridge.exposeInMainWorld('consoleApi', { ...requests, on } as ConsoleBridge);

// Ports do not cross the context bridge: they travel with a message of the window to its own origin.
ipcRenderer.on(PORT_CHANNEL, (event, arrived: unknown) => {
  window.postMessage(arrived, window.location.origin, [...event.ports]);
});
