import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';

export type TerminalSize = { readonly columns: number; readonly rows: number };

/** A terminal that takes what a shell writes from the first byte on, on the screen or not. */
export type ShellTerminal = {
  /** @param onShown called once the bytes are part of the screen: only then is the sender's credit given back */
  write(bytes: Uint8Array, onShown: () => void): void;
  /** Shows what was printed before this console came: whoever asked something of a terminal then has long stopped waiting. */
  replay(bytes: Uint8Array, onShown: () => void): void;
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

/** Ctrl+Shift+V needs nothing: Chromium pastes into the terminal's text area, and {@link pasteText} takes it from there. */
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
  let replaying = 0;
  let hasEnded = false;
  // A terminal without input answers nothing either.
  const allowInput = (): void => {
    terminal.options.disableStdin = hasEnded || replaying > 0;
  };
  const sendInput = gathered(onInput);
  terminal.onData((text) => sendInput(new TextEncoder().encode(text)));
  terminal.onBinary((text) => sendInput(Uint8Array.from(text, (character) => character.charCodeAt(0))));
  terminal.onResize((size) => onResize(size.cols, size.rows));
  terminal.attachCustomKeyEventHandler((event) => handleOwnKey(event, terminal, () => shell.onLeave?.()));

  const shell: ShellTerminal = {
    onLeave: null,
    write: (bytes, onShown) => terminal.write(bytes, onShown),
    replay(bytes, onShown) {
      replaying += 1;
      allowInput();
      terminal.write(bytes, () => {
        replaying -= 1;
        allowInput();
        onShown();
      });
    },
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    attach(element, label) {
      element.addEventListener('paste', (event) => pasteText(event, terminal), true);
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
      hasEnded = true;
      allowInput();
      terminal.write('\x1b[?25l'); // a cursor would promise that typing does something
    },
    dispose: () => terminal.dispose(),
  };
  return shell;
};

/** Sends what comes within one turn as one: a screenful of questions has thousands of answers, and gets one message. */
function gathered(send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
  let pieces: Uint8Array[] = [];
  function flush(): void {
    const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    pieces = [];
    send(all);
  }
  return (bytes) => {
    if (pieces.length === 0) queueMicrotask(flush);
    pieces.push(bytes);
  };
}

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
const COLOUR_QUESTIONS = { 4: /^\d+;\?(;\d+;\?)*$/, 10: /^\?(;\?)*$/, 11: /^\?(;\?)*$/, 12: /^\?$/ } as const;

function forbidActingOnTheConsole(terminal: Terminal): void {
  for (const code of SWALLOWED_OSC) terminal.parser.registerOscHandler(code, () => true);
  for (const [code, question] of Object.entries(COLOUR_QUESTIONS))
    terminal.parser.registerOscHandler(Number(code), (data) => !question.test(data));
}

/** Beside tab and line ends. Among what is pasted they would end the brackets that a shell puts around it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTERS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** Pastes text as text: what was copied somewhere else must not press keys. */
function pasteText(event: ClipboardEvent, terminal: Terminal): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  terminal.paste((event.clipboardData?.getData('text/plain') ?? '').replace(CONTROL_CHARACTERS, ''));
}
