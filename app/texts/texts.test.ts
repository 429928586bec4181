import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { GUIDE_ERROR_CODES, JUMP_ERROR_CODES } from '../domain/jump-error.ts';
import { englishCatalogue, type TextKey } from './catalogue.ts';
import { createTexts } from './texts.ts';

const text = createTexts('en');

test('R7 the seventeen messages stand letter for letter, in the order of the guide', () => {
  expect(GUIDE_ERROR_CODES.map((code) => text(`jump-error.${code}`))).toEqual([
    'The total number of deployable Jump Clients for this site has been reached.',
    'The total number of deployable active Jump Clients for this site has been reached.',
    'The support session already has a pending request to pin.',
    'The support client is already pinned.',
    'No customer could be found within the support conference.',
    'The customer within the support conference is not online.',
    'The Jump Client does not exist.',
    'The Jump Client is offline.',
    'The specified Jump Client has been uninstalled.',
    'The number of active Jump Clients has been reached.',
    'The server is currently too busy. Please try again later.',
    'An internal error occurred while spawning the support session.',
    'An internal operation was taking too long while trying to spawn a support session.',
    'The active Jump Client is not connected.',
    'Timeout while trying to connect to the Jump Client.',
    'The Jump Client has been disabled by the user and will not allow a session to start at this time.',
    'The Jump Client is running a different version and will not attempt to upgrade. Please try again after the upgrade completes.',
  ]);
});

test('each code of a failure has a text', () => {
  for (const code of JUMP_ERROR_CODES) expect(englishCatalogue[`jump-error.${code}`]).toMatch(/\.$/);
});

test('R1.7 the summary line stands letter for letter', () => {
  const counts = { jumpItems: 3, jumpClients: 2, online: 2, offline: 0, passive: 0 };
  expect(text('jump-interface.summary', counts)).toBe(
    '3 Jump Items total. 2 Jump Clients total. 2 online. 0 offline. 0 passive.',
  );
});

test('every text is a message that can be compiled and shown', () => {
  for (const key of Object.keys(englishCatalogue) as TextKey[]) {
    const names = [...englishCatalogue[key].matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');
    expect(text(key, Object.fromEntries(names.map((name) => [name, 1])))).not.toBe('');
  }
});

test('a text without values is the same whether it is compiled or not', () => {
  for (const key of Object.keys(englishCatalogue) as TextKey[]) {
    if (/[{}]/.test(englishCatalogue[key])) continue;
    const compiled = new IntlMessageFormat(englishCatalogue[key], 'en', undefined, { ignoreTag: true });
    expect(text(key)).toBe(compiled.format());
    expect(text(key)).toBe(compiled.format());
  }
});

test('markup in a value stays text', () => {
  expect(text('jump-error.not-permitted', { detail: '<b>x</b>' })).toContain('<b>x</b>');
});
