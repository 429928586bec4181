import { expect, test } from 'vitest';
import {
  type KeptChatText,
  LONGEST_KEPT_DRAFT,
  MOST_KEPT_CHATS,
  Preferences,
} from '#app/contracts/preferences.ts';
import { keepChatText, keepLiveChatTexts, MOST_KEPT_WAITING } from './kept-chat-texts.ts';

const chat = (sessionId: string, draft: string, waiting: KeptChatText['waiting'] = []) => ({
  sessionId,
  draft,
  waiting,
});

test('a chat has one place, the last; what is said takes none', () => {
  const first = keepChatText([], chat('a', 'Half'));
  const second = keepChatText(keepChatText(first, chat('b', 'x')), chat('a', 'Half a sen'));
  expect(second).toEqual([chat('b', 'x'), chat('a', 'Half a sen')]);
  expect(keepChatText(second, chat('a', ''))).toEqual([chat('b', 'x')]);
});

test('what is kept is bounded, whatever was typed, and is what the preferences admit', () => {
  const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const waiting = Array.from({ length: 100 }, (_, number) => ({ id: id(number), text: 'w'.repeat(4_000) }));
  let kept: KeptChatText[] = [];
  for (let number = 0; number < MOST_KEPT_CHATS + 5; number += 1) {
    kept = keepChatText(kept, chat(`s-${number}`, 'd'.repeat(1_000_000), waiting));
  }
  expect(kept).toHaveLength(MOST_KEPT_CHATS);
  expect(kept[0]?.sessionId).toBe('s-5');
  expect(kept[0]?.draft).toHaveLength(LONGEST_KEPT_DRAFT);
  expect(kept[0]?.waiting).toHaveLength(MOST_KEPT_WAITING / 4_000);
  expect(Preferences.parse({ chatTexts: kept }).chatTexts).toEqual(kept);
});

test('the chats of sessions that are over are forgotten', () => {
  const kept = [chat('a', 'x'), chat('b', 'y')];
  expect(keepLiveChatTexts(kept, new Set(['b']))).toEqual([chat('b', 'y')]);
  expect(keepLiveChatTexts(kept, new Set(['a', 'b']))).toBe(kept);
});
