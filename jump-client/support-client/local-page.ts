import { openLoopbackPage } from '../loopback-page/loopback-page.ts';
import pageHtml from './page/page.html?raw';
import pageScript from './page/page-script.js?raw';
import pageStyle from './page/page-style.css?raw';
import type { SessionView } from './support-client.ts';

const FILES = {
  '': { type: 'text/html; charset=utf-8', text: pageHtml },
  'page-script.js': { type: 'text/javascript; charset=utf-8', text: pageScript },
  'page-style.css': { type: 'text/css; charset=utf-8', text: pageStyle },
} as const;

export type LocalPage = {
  /** Where the customer opens it. Whoever does not know it gets nothing. */
  readonly url: string;
  show(view: SessionView): void;
  /** Says that the session is over, and why, and closes. */
  close(sentence: string): Promise<void>;
};
type Options = {
  /** 256 random bits in base64url. */
  token: string;
  /** The customer ends the session. */
  onEnd: () => void;
};

/** The customer's page, for this session only. */
export async function openLocalPage({ token, onEnd }: Options): Promise<LocalPage> {
  const end = () => {
    onEnd();
    return true;
  };
  const page = await openLoopbackPage({
    token,
    files: FILES,
    actions: { end },
    firstMessage: { state: 'joining' },
  });
  return {
    url: page.url,
    show: (view) => page.tell({ state: 'in-session', ...view }),
    close: (sentence) => page.close({ state: 'ended', sentence }),
  };
}
