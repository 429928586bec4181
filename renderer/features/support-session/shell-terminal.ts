import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';

export type TerminalSize = { readonly columns: number; readonly rows: number };

/** A terminal that takes what a shell writes from the first byte on, on the screen or not. */
export type ShellTerminal = {
  /** @param onShown called once the bytes are part of the screen: only then is the sender's credit given back */
  write(bytes: Uint8Array, onShown: () => void): void;
  size(): TerminalSize;
  /** Puts the terminal on the screen; an element that is given later takes it over. */
  attach(element: HTMLElement, label: string): void;
  /** Takes the size of the element that it stands in, and says so to the shell. */
  fit(): void;
  focus(): void;
  setTheme(theme: ITheme): void;
  setScreenReaderMode(on: boolean): void;
  /** Called when Ctrl+F6 is pressed: Tab belongs to the shell, so the keyboard needs another way out. */
  onLeave: (() => void) | null;
  /** The shell has ended: its text stays, nothing can be typed. */
  end(): void;
  dispose(): void;
};

export type CreateShellTerminal = (
  options: TerminalSize & {
    onInput: (bytes: Uint8Array) => void;
    onResize: (columns: number, rows: number) => void;
  },
) => ShellTerminal;

/** Ctrl+Shift+V needs nothing: Chromium pastes into the terminal's text area, and xterm takes it from there. */
export const createShellTerminal: CreateShellTerminal = ({ columns, rows, onInput, onResize }) => {
  const terminal = new Terminal({
    cols: columns,
    rows,
    fontFamily: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
    fontSize: 13,
    lineHeight: 1.2,
    scrollback: 5_000,
    cursorBlink: false,
    // Colours of the remote computer must stay readable on both of our backgrounds.
    minimumContrastRatio: 4.5,
    linkHandler: null,
  });
  const fitting = new FitAddon();
  terminal.loadAddon(fitting);
  forbidActingOnTheConsole(terminal);
  terminal.onData((text) => onInput(new TextEncoder().encode(text)));
  terminal.onBinary((text) => onInput(Uint8Array.from(text, (character) => character.charCodeAt(0))));
  terminal.onResize((size) => onResize(size.cols, size.rows));
  terminal.attachCustomKeyEventHandler((event) => handleOwnKey(event, terminal, () => shell.onLeave?.()));

  const shell: ShellTerminal = {
    onLeave: null,
    write: (bytes, onShown) => terminal.write(bytes, onShown),
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    attach(element, label) {
      if (terminal.element === undefined) terminal.open(element);
      else element.append(terminal.element);
      terminal.textarea?.setAttribute('aria-label', label);
      // Chromium asks this before it offers to copy: a terminal's selection is not the document's.
      terminal.textarea?.addEventListener('beforecopy', (event) => event.preventDefault());
    },
    fit: () => fitting.fit(),
    focus: () => terminal.focus(),
    setTheme: (theme) => {
      terminal.options.theme = theme;
    },
    setScreenReaderMode: (on) => {
      terminal.options.screenReaderMode = on;
    },
    end() {
      terminal.options.disableStdin = true;
      terminal.write('\x1b[?25l'); // a cursor would promise that typing does something
    },
    dispose: () => terminal.dispose(),
  };
  return shell;
};

/** @returns whether xterm handles the key */
function handleOwnKey(event: KeyboardEvent, terminal: Terminal, leave: () => void): boolean {
  if (event.type !== 'keydown' || !event.ctrlKey || event.altKey || event.metaKey) return true;
  if (event.key === 'F6' && !event.shiftKey) {
    event.preventDefault();
    leave();
    return false;
  }
  if (!event.shiftKey) return true;
  if (event.code === 'KeyC') {
    event.preventDefault();
    if (terminal.hasSelection()) document.execCommand('copy'); // xterm answers the event with its selection
    return false;
  }
  return event.code !== 'KeyV';
}

/** Titles, links and the clipboard: what a remote computer writes stays inside the terminal. */
const SWALLOWED_OSC = [0, 1, 2, 8, 52] as const;
/** Colours may be asked for, as editors do, but not replaced: they are the console's theme. */
const COLOUR_OSC = [4, 10, 11, 12] as const;

function forbidActingOnTheConsole(terminal: Terminal): void {
  for (const code of SWALLOWED_OSC) terminal.parser.registerOscHandler(code, () => true);
  for (const code of COLOUR_OSC) terminal.parser.registerOscHandler(code, (data) => !data.includes('?'));
}
