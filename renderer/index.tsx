import './zod-without-eval.ts';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followAwaitedJumps } from './actions/follow-awaited-jumps.ts';
import { listenForActions } from './actions/listen-for-actions.ts';
import { nameUndoInMenu } from './actions/name-undo-in-menu.ts';
import { resumePins } from './actions/resume-pins.ts';
import { getConsoleApi } from './console-api.ts';
import { ConsoleWindow } from './shell/console-window.tsx';
import { connectConsole } from './store/connect-console.ts';
import { ConsoleProvider } from './store/console-context.tsx';
import { createConsoleStore } from './store/console-store.ts';
import { createJumpItemRows } from './store/jump-item-rows.ts';
import { nextFrame } from './store/next-frame.ts';
import { searchWords } from './store/search-words.ts';
import { createQuerySelector } from './store/selectors.ts';
import { guardFields } from './ui/bounded-paste.ts';

// The renderer's composition root: it lives as long as its window, so nothing here is ever taken down.
const api = getConsoleApi();
const store = createConsoleStore(api);
const rows = createJumpItemRows(createQuerySelector()(store.getState()), searchWords);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

connectConsole({ api, store, rows, nextFrame });
listenForActions({ api, store, rows });
followAwaitedJumps({ api, store, rows });
nameUndoInMenu({ api, store });
guardFields((label, count) => store.getState().showTooMuchText(label, count));
resumePins({ api, store, rows });
window.addEventListener('error', () => store.getState().showBug());
window.addEventListener('unhandledrejection', () => store.getState().showBug());

createRoot(root).render(
  <StrictMode>
    <ConsoleProvider value={{ api, store, rows }}>
      <ConsoleWindow />
    </ConsoleProvider>
  </StrictMode>,
);
