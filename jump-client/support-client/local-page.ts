import { z } from 'zod';
import { customerReports } from '#app/contracts/customer-protocol.ts';
import { openLoopbackPage } from '../loopback-page/loopback-page.ts';
import type { ScreenView } from '../session/screen-sharing/screen-sharing.ts';
import type { ChatPart, CustomerChat } from './customer-chat.ts';
import chatPart from './page/chat-part.js?raw';
import chatStyle from './page/chat-style.css?raw';
import pageHtml from './page/page.html?raw';
import pageElements from './page/page-elements.js?raw';
import pageScript from './page/page-script.js?raw';
import pageStyle from './page/page-style.css?raw';
import requestPart from './page/request-part.js?raw';
import screenPart from './page/screen-part.js?raw';
import sessionPart from './page/session-part.js?raw';
import type { RequestView } from './pinning.ts';
import type { SessionView } from './support-client.ts';

const script = (text: string) => ({ type: 'text/javascript; charset=utf-8', text });
const FILES = {
  '': { type: 'text/html; charset=utf-8', text: pageHtml },
  'page-style.css': { type: 'text/css; charset=utf-8', text: pageStyle },
  'chat-style.css': { type: 'text/css; charset=utf-8', text: chatStyle },
  'page-script.js': script(pageScript),
  'page-elements.js': script(pageElements),
  'screen-part.js': script(screenPart),
  'session-part.js': script(sessionPart),
  'request-part.js': script(requestPart),
  'chat-part.js': script(chatPart),
} as const;

/** What the page shows: a record of parts that know nothing of each other. Each has its script in page/. */
export type PageView = {
  readonly session:
    | { readonly state: 'joining' }
    | ({ readonly state: 'in-session' } & SessionView)
    | { readonly state: 'ended'; readonly sentence: string };
  readonly request: RequestView;
  /** Who sees or uses the screen. */
  readonly screen: ScreenView;
  /** Null: before the session has begun. */
  readonly chat: ChatPart | null;
};
const NOBODY: ScreenView = { shares: [], isAllowed: true };

export type LocalPage = {
  /** Where the customer opens it. Whoever does not know it gets nothing. */
  readonly url: string;
  /** Changes some of its parts; the others stay. */
  show(change: Partial<PageView>): void;
  /** Says that the session is over, and why, and closes. */
  close(sentence: string): Promise<void>;
};
type Options = {
  /** 256 random bits in base64url. */
  token: string;
  /** The customer ends the session. */
  onEnd: () => void;
  /** The customer answers whether a Jump Client may be installed. @returns whether that was asked */
  onAnswer: (answer: PinAnswer) => boolean;
  /** The customer stops Screen Sharing for all, or allows it again. */
  onScreen: (isAllowed: boolean) => void;
  /** The chat, once there is one. */
  chat: () => CustomerChat | null;
};
const ScreenAnswer = z.strictObject({ allowed: z.boolean() });
const PinAnswer = customerReports['pin:answer'];
type PinAnswer = z.infer<typeof PinAnswer>;

/** The customer's page, for this session only. */
export async function openLocalPage(options: Options): Promise<LocalPage> {
  const { token, onEnd, onAnswer, onScreen, chat } = options;
  const end = () => {
    onEnd();
    return true;
  };
  const answer = (words: unknown) => {
    const parsed = PinAnswer.safeParse(words);
    return parsed.success && onAnswer(parsed.data);
  };
  const screen = (words: unknown) => {
    const parsed = ScreenAnswer.safeParse(words);
    if (parsed.success) onScreen(parsed.data.allowed);
    return parsed.success;
  };
  let view: PageView = { session: { state: 'joining' }, request: null, screen: NOBODY, chat: null };
  const page = await openLoopbackPage({
    token,
    files: FILES,
    actions: {
      end,
      answer,
      screen,
      write: (words) => chat()?.write(words) ?? false,
      typing: (words) => chat()?.typing(words) ?? false,
    },
    firstMessage: view,
  });
  return {
    url: page.url,
    show(change) {
      view = { ...view, ...change };
      page.tell(view);
    },
    close: (sentence) =>
      page.close({ ...view, request: null, screen: NOBODY, session: { state: 'ended', sentence } }),
  };
}
