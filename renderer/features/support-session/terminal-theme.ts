import type { ITheme } from '@xterm/xterm';

/** The custom properties, of `tokens.css`, that a terminal is painted with. */
const THEME_PROPERTIES = {
  background: '--terminal-bg',
  foreground: '--ink',
  cursor: '--accent',
  cursorAccent: '--terminal-bg',
  selectionBackground: '--terminal-selection',
  black: '--terminal-black',
  red: '--terminal-red',
  green: '--terminal-green',
  yellow: '--terminal-yellow',
  blue: '--terminal-blue',
  magenta: '--terminal-magenta',
  cyan: '--terminal-cyan',
  white: '--terminal-white',
  brightBlack: '--terminal-bright-black',
  brightRed: '--terminal-red',
  brightGreen: '--terminal-green',
  brightYellow: '--terminal-yellow',
  brightBlue: '--terminal-blue',
  brightMagenta: '--terminal-magenta',
  brightCyan: '--terminal-cyan',
  brightWhite: '--terminal-bright-white',
} as const satisfies Partial<Record<keyof ITheme, string>>;

/** Reads the terminal's colours as they are on this element now. */
export function readTerminalTheme(element: HTMLElement): ITheme {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const theme = Object.fromEntries(
    Object.entries(THEME_PROPERTIES).map(([name, property]) => {
      probe.style.color = `var(${property})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return theme;
}

/** Calls back when the console's theme may have changed, by the system or by choice. @returns an end to it */
export function observeTheme(onChange: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', onChange);
  const choice = new MutationObserver(onChange);
  choice.observe(document.documentElement, { attributes: true });
  return () => {
    system.removeEventListener('change', onChange);
    choice.disconnect();
  };
}
