import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A link to a port of this computer that can go silent: then both ends stay connected and hear nothing. */
export async function createSilenceableLink(port: number) {
  const ends = new Set<Socket>();
  const silent = new Set<Socket>();
  const listener = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      const passOn = () => silent.has(from) || to.destroy();
      from.on('error', passOn);
      from.on('close', passOn);
      from.pipe(to);
    }
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    silence() {
      for (const end of ends) {
        silent.add(end);
        end.unpipe().pause();
      }
    },
    close() {
      for (const end of ends) end.destroy();
      listener.close();
    },
  };
}
